namespace UponAi.PowerShell.Bulk;

/// <summary>One assignment to send, with the row that asks for it.</summary>
internal sealed class RowRequest(IUponAiApi api, IUpdateJournal? journal, NumberAssignment assignment, AssignmentScope scope, object? target)
{
    internal NumberId Number => assignment.Number;

    /// <summary>Begins once a lane is free and the request before for the same number has ended.</summary>
    internal RowOutcome Start(Task? before, RequestLanes lanes, CancellationToken stopping)
    {
        var row = new RowOutcome(target) { Number = Number };
        journal?.Starting(assignment, scope);
        row.Completion = lanes.Add(() => RunAsync(row, before, stopping));
        return row;
    }

    private async Task RunAsync(RowOutcome row, Task? before, CancellationToken stopping)
    {
        var isSent = false;
        try
        {
            if (before is not null) await before.ConfigureAwait(false);
            // Read ahead, and not sent any more.
            stopping.ThrowIfCancellationRequested();
            journal?.Sending(assignment, scope);
            isSent = true;
            row.Update = await api.UpdateAsync(assignment, scope, stopping).ConfigureAwait(false);
        }
        catch (UponAiException e)
        {
            row.Error = e;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody waits for the outcome any more; of one that was sent the journal says that it is not known.
        }
        catch (Exception e)
        {
            // A row must end as an error of its own whatever happens to it.
            row.Error = new UponAiException(UponAiError.RequestFailed, $"The request for {assignment.Number} failed in a way that nobody foresaw: {PlainText.Show(e.Message)} Whether the change was made is not known; sending it again is safe.", e);
        }

        if (isSent) Record(row);
    }

    private void Record(RowOutcome row)
    {
        var outcome = row.Failure is not null ? JournalOutcome.Failed : row.Update is not null ? JournalOutcome.Succeeded : JournalOutcome.Unknown;
        try
        {
            journal?.Finished(assignment, scope, outcome, row.Request?.StatusCode, row.Failure?.Error);
        }
        catch (UponAiException e)
        {
            row.JournalError = e;
        }
    }
}
