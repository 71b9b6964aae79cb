namespace UponAi.PowerShell.Bulk;

/// <summary>What a row came to, or will: an update, or an error.</summary>
/// <param name="target">The row, or the number, for error records.</param>
internal sealed class RowOutcome(object? target)
{
    internal object? Target => target;

    /// <summary>The number of a row that was sent.</summary>
    internal NumberId? Number { get; init; }

    /// <summary>Ends when the request does; never faulted.</summary>
    internal Task Completion { get; set; } = Task.CompletedTask;

    internal UpdateOutcome? Update { get; set; }

    internal UponAiException? Error { get; set; }
}
