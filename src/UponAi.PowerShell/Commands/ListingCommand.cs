using System.Management.Automation;
using UponAi.PowerShell.Errors;

namespace UponAi.PowerShell.Commands;

/// <summary>What the commands that show what is there share: a list is fetched whole, and Ctrl+C ends the wait for it at once.</summary>
public abstract class ListingCommand : ConnectedCommand
{
    /// <summary>Waits for a list.</summary>
    /// <exception cref="UponAiException">It could not be had.</exception>
    private protected IReadOnlyList<T> Fetch<T>(Func<IUponAiApi, CancellationToken, Task<IReadOnlyList<T>>> ask)
    {
        var connection = RequireConnection();
        try
        {
            var asking = ask(connection.Api, Cancellation);
            Task.WaitAny([asking], Cancellation);
            return asking.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Runs a step for one thing that was asked for; an error of ours does not end the others.</summary>
    private protected void For(object? target, Action step)
    {
        try
        {
            step();
        }
        catch (UponAiException e)
        {
            WriteError(e.ToRecord(target));
        }
    }
}
