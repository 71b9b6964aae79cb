namespace UponAi.PowerShell.Bulk;

/// <summary>
/// A row of a <see cref="BulkRun"/> with its result: an update, an error, or the reason why the row was skipped.
/// </summary>
/// <param name="target">The row or the number, for error records.</param>
internal class BulkRow(object? target)
{
    internal object? Target => target;

    /// <summary>Gets the reason why the row was not sent, or null.</summary>
    internal string? SkipReason { get; init; }

    /// <summary>Gets the current state of the number of a skipped row. Null if unknown.</summary>
    internal PhoneNumber? CurrentNumber { get; init; }

    /// <summary>Gets a task that ends when the result is complete. The task never fails.</summary>
    internal virtual Task Completion => Task.CompletedTask;

    internal UpdateOutcome? Update { get; set; }

    internal UponAiException? Error { get; set; }

    /// <summary>Gets the error if the journal could not record the outcome of the row.</summary>
    internal UponAiException? JournalError { get; private set; }

    /// <summary>
    /// Gets the error of the row, or the failure of the telephone platform to import a stored assignment.
    /// </summary>
    internal UponAiException? Failure => Error ?? Update?.ImportFailure;

    /// <summary>Gets the request, or null if none was sent.</summary>
    internal RequestSummary? Request => Update?.Request ?? Error?.Request;

    /// <summary>Records the outcome in a journal. Every exception becomes the <see cref="JournalError"/>.</summary>
    /// <param name="after">The number after the request, or null if not reported.</param>
    internal void RecordOutcome(
        IUpdateJournal? journal, JournalledRequest request, JournalOutcome outcome, PhoneNumber? after)
    {
        try
        {
            journal?.RecordOutcome(request, outcome, Request, after, Failure);
        }
        catch (Exception e)
        {
            JournalError = e as UponAiException ?? new UponAiException(
                UponAiError.JournalFailed,
                $"The journal does not have the outcome for {request.Assignment.Number}: "
                    + $"{DisplayText.Sanitize(e.Message)} The next run with this journal does not know the outcome.",
                e);
        }
    }
}
