using UponAi.PowerShell.Errors;

namespace UponAi.PowerShell.Commands;

/// <summary>What the commands that show what is there share: lists, each fetched whole.</summary>
public abstract class ListingCommand : ConnectedCommand
{
    /// <summary>Waits for a list of the connection that the command uses.</summary>
    /// <exception cref="UponAiException">It could not be had.</exception>
    private protected IReadOnlyList<T> Fetch<T>(Func<IUponAiApi, CancellationToken, Task<ListOutcome<T>>> ask) => Fetch(RequireConnection(), ask);

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
