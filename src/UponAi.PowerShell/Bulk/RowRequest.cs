namespace UponAi.PowerShell.Bulk;

/// <summary>One assignment to send, with the row that asks for it.</summary>
internal sealed class RowRequest(IUponAiApi api, IUpdateJournal? journal, NumberAssignment assignment, AssignmentScope scope, object? target)
{
    internal NumberId Number => assignment.Number;

    /// <summary>Begins once the request before for the same number has ended, and frees a place at its own end.</summary>
    internal RowOutcome Start(Task? before, SemaphoreSlim places, CancellationToken stopping)
    {
        var row = new RowOutcome(target) { Number = Number };
        journal?.Starting(assignment, scope);
        row.Completion = RunAsync(row, before, places, stopping);
        return row;
    }

    private async Task RunAsync(RowOutcome row, Task? before, SemaphoreSlim places, CancellationToken stopping)
    {
        try
        {
            if (before is not null) await before.ConfigureAwait(false);
            journal?.Sending(assignment, scope);
            row.Update = await api.UpdateAsync(assignment, scope, stopping).ConfigureAwait(false);
        }
        catch (UponAiException e)
        {
            row.Error = e;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody waits for the outcome any more; the journal says that it is not known.
        }
        catch (Exception e)
        {
            // A row must end as an error of its own whatever happens to it.
            row.Error = new UponAiException(UponAiError.RequestFailed, $"The request for {assignment.Number} failed in a way that nobody foresaw: {PlainText.Show(e.Message)} Whether the change was made is not known; sending it again is safe.", e);
        }
        finally
        {
            Record(row);
            places.Release();
        }
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
            // A row that was not sent because of its journal has that error already.
            if (row.Error?.Error != UponAiError.JournalFailed) row.JournalError = e;
        }
    }
}
