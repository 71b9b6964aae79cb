using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>The base of all commands: reports errors, and resolves paths.</summary>
public abstract class UponAiCommand : PSCmdlet
{
    /// <summary>True if the pipeline or -InputObject gives input.</summary>
    private protected bool HasInput => MyInvocation.ExpectingInput || IsBound("InputObject");

    /// <summary>Gets the number of errors that did not end the command.</summary>
    private protected int ErrorCount { get; private set; }

    /// <summary>True if the caller gave the parameter, even as <c>$null</c>.</summary>
    private protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Reports an error that does not end the command.</summary>
    private protected virtual void ReportError(UponAiException error, object? target)
    {
        ErrorCount++;
        WriteError(error.ToRecord(target));
    }

    /// <summary>Runs a step. If the step fails, reports the error and continues.</summary>
    private protected void Try(object? target, Action step)
    {
        try
        {
            step();
        }
        catch (UponAiException e)
        {
            ReportError(e, target);
        }
    }

    /// <summary>Runs a step. If the step fails, ends the command with the error.</summary>
    internal T Require<T>(Func<T> step, object? target = null)
    {
        try
        {
            return step();
        }
        catch (UponAiException e)
        {
            ThrowTerminatingError(e.ToRecord(target));
            // Never reached, but the compiler does not know that.
            throw;
        }
    }

    /// <inheritdoc cref="Require{T}(Func{T}, object?)"/>
    internal void Require(Action step, object? target = null) => Require(
        () =>
        {
            step();
            return true;
        },
        target);

    /// <summary>Resolves a path literally. Wildcards are not expanded.</summary>
    /// <param name="kind">The kind of the file, such as "plan", for the message.</param>
    /// <param name="error">The error for a path outside the file system.</param>
    /// <exception cref="UponAiException">The path is not in the file system.</exception>
    private protected string ResolvePath(string path, string kind, UponAiError error)
    {
        var resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        CheckFileSystem(path, provider, kind, error);
        return resolved;
    }

    /// <summary>Throws if the path belongs to another provider than the file system.</summary>
    private protected static void CheckFileSystem(string path, ProviderInfo provider, string kind, UponAiError error)
    {
        if (provider.Name == "FileSystem") return;
        throw new UponAiException(
            error, $"The {kind} '{DisplayText.Sanitize(path)}' is not in the file system but in {provider.Name}.");
    }
}
