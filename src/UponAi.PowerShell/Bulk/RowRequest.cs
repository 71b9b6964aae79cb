namespace UponAi.PowerShell.Bulk;

/// <summary>One assignment to send, with the row that asks for it.</summary>
internal sealed class RowRequest(IUponAiApi api, NumberAssignment assignment, AssignmentScope scope, object? target)
{
    internal NumberId Number => assignment.Number;

    /// <summary>Begins once a lane is free and the request before for the same number has ended.</summary>
    internal RowOutcome Start(Task? before, RequestLanes lanes, CancellationToken stopping)
    {
        var row = new RowOutcome(target) { Number = Number };
        row.Completion = lanes.Add(() => RunAsync(row, before, stopping));
        return row;
    }

    private async Task RunAsync(RowOutcome row, Task? before, CancellationToken stopping)
    {
        try
        {
            if (before is not null) await before.ConfigureAwait(false);
            // Read ahead, and not sent any more.
            stopping.ThrowIfCancellationRequested();
            row.Update = await api.UpdateAsync(assignment, scope, stopping).ConfigureAwait(false);
        }
        catch (UponAiException e)
        {
            row.Error = e;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody waits for the outcome any more.
        }
        catch (Exception e)
        {
            // A row must end as an error of its own whatever happens to it.
            row.Error = new UponAiException(UponAiError.RequestFailed, $"The request for {assignment.Number} failed in a way that nobody foresaw: {PlainText.Show(e.Message)} Whether the change was made is not known; sending it again is safe.", e);
        }
    }
}
