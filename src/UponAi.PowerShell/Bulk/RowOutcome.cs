namespace UponAi.PowerShell.Bulk;

/// <summary>What a row came to, or will: an update, an error, or nothing because it was done before.</summary>
/// <param name="target">The row, or the number, for error records.</param>
internal class RowOutcome(object? target)
{
    internal object? Target => target;

    /// <summary>Why a row was not sent that need not be.</summary>
    internal string? Skipped { get; init; }

    /// <summary>The number of such a row, where it is known as it is.</summary>
    internal PhoneNumber? Kept { get; init; }

    /// <summary>Ends when the row does; never faulted.</summary>
    internal virtual Task Completion => Task.CompletedTask;

    internal UpdateOutcome? Update { get; set; }

    internal UponAiException? Error { get; set; }

    /// <summary>Set when the row's end could not be written to the journal.</summary>
    internal UponAiException? JournalError { get; set; }

    /// <summary>Why the row did not succeed, or did and is of no use.</summary>
    internal UponAiException? Failure => Error ?? Update?.ImportFailure;

    /// <summary>The request, where there was one.</summary>
    internal RequestSummary? Request => Update?.Request ?? Error?.Request;
}
