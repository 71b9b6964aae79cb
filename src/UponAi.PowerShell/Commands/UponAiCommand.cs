using System.Management.Automation;
using UponAi.PowerShell.Errors;

namespace UponAi.PowerShell.Commands;

/// <summary>What all commands share.</summary>
public abstract class UponAiCommand : PSCmdlet
{
    /// <summary>True when the caller gave the parameter, <c>$null</c> included.</summary>
    private protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>True when something is to come through the pipeline, or was given as -InputObject.</summary>
    private protected bool HasInput => MyInvocation.ExpectingInput || IsBound("InputObject");

    /// <summary>Takes a step without which the command cannot go on: an error of ours ends it.</summary>
    private protected T Require<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (UponAiException e)
        {
            ThrowTerminatingError(e.ToRecord(null));
            throw;
        }
    }
}
