namespace UponAi.PowerShell.Bulk;

/// <summary>A row whose assignment is sent.</summary>
internal sealed class RowRequest(IUponAiApi api, IUpdateJournal? journal, JournalledRequest request, object? target) : RowOutcome(target)
{
    // What waits for an end must not run before the next request begins.
    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? before;

    internal NumberId Number => request.Assignment.Number;

    internal override Task Completion => ended.Task;

    /// <summary>Takes its place: after the request before for the same number, where there is one.</summary>
    internal void Follow(Task? before)
    {
        this.before = before;
        journal?.Starting(request);
    }

    /// <summary>Sends it, and ends the row whatever happens.</summary>
    internal async Task RunAsync(CancellationToken stopping)
    {
        var isSent = false;
        try
        {
            if (before is not null) await before.ConfigureAwait(false);
            // Read ahead, and not sent any more.
            stopping.ThrowIfCancellationRequested();
            journal?.Sending(request);
            isSent = true;
            Update = await api.UpdateAsync(request.Assignment, request.Location, stopping).ConfigureAwait(false);
        }
        catch (UponAiException e)
        {
            Error = e;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody waits for the outcome any more; of one that was sent the journal says that it is not known.
        }
        catch (Exception e)
        {
            // A row must end as an error of its own whatever happens to it.
            Error = new UponAiException(UponAiError.RequestFailed, $"The request for {Number} failed in a way that nobody foresaw: {DisplayText.Sanitize(e.Message)} Whether the change was made is not known; sending it again is safe.", e);
        }

        if (isSent) Record();
        ended.SetResult(true);
    }

    private void Record()
    {
        var outcome = Failure is not null ? JournalOutcome.Failed : Update is not null ? JournalOutcome.Succeeded : JournalOutcome.Unknown;
        try
        {
            journal?.Finished(request, outcome, Request, Update?.PhoneNumber, Failure);
        }
        catch (UponAiException e)
        {
            JournalError = e;
        }
    }
}
