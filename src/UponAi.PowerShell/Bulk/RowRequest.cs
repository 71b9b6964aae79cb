namespace UponAi.PowerShell.Bulk;

/// <summary>
/// A row that is sent: <see cref="OrderedRequestQueue"/> starts its request as a task. The request holds a slot of the
/// run during each attempt.
/// </summary>
internal sealed class RowRequest(
    IUponAiApi api, IUpdateJournal? journal, JournalledRequest journalled, object? target)
    : BulkRow(target), IRequestGate
{
    // Never ends, because a row that was not started is not complete.
    private static readonly Task NotStarted = new TaskCompletionSource<bool>().Task;

    private RequestSlots? slots;
    private CancellationToken stopping;
    private bool isSent;
    private Task completion = NotStarted;

    internal override Task Completion => completion;

    // A request has no outcome if the journal refused it, or if the command stopped before it was sent.
    private bool HasOutcome => isSent || Error is { Error: not UponAiError.JournalFailed };

    /// <summary>Starts the request. Requests for the same number are sent in the order of these calls.</summary>
    /// <param name="ended">Called when the result is complete.</param>
    internal void Start(RequestSlots slots, Action ended, CancellationToken stopping)
    {
        (this.slots, this.stopping) = (slots, stopping);
        journal?.Begin(journalled);
        completion = RunAsync(ended);
    }

    // Without the token, the wait needs no cancellation callback. A stopped command still ends the wait: the cancelled
    // requests in flight free their slots, and the sender then checks its token.
    Task IRequestGate.EnterAsync(CancellationToken cancellationToken) =>
        slots!.EnterAsync(cancellationToken == stopping ? CancellationToken.None : cancellationToken);

    void IRequestGate.OnSending()
    {
        // Retries have no journal line of their own.
        if (isSent) return;
        journal?.RecordSending(journalled);
        isSent = true;
    }

    void IRequestGate.Leave() => slots!.Leave();

    /// <summary>Sends the request and stores its result. Every exception becomes an error of the row.</summary>
    private async Task RunAsync(Action ended)
    {
        try
        {
            Update = await api.UpdateAsync(journalled.Assignment, journalled.Location, this, stopping)
                .ConfigureAwait(false);
        }
        catch (UponAiException e)
        {
            Error = e;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // A stopped command shows no result. If the request was sent, the journal says that its outcome is unknown.
        }
        catch (Exception e)
        {
            Error = new UponAiException(
                UponAiError.RequestFailed,
                $"The request for {journalled.Assignment.Number} failed unexpectedly: "
                    + $"{DisplayText.Sanitize(e.Message)} The platform may have made the change. Send the request "
                    + "again, unless somebody has changed the number since.",
                e);
        }

        try
        {
            if (HasOutcome) RecordOutcome(journal, journalled, GetOutcome(), Update?.PhoneNumber);
        }
        finally
        {
            ended();
        }
    }

    private JournalOutcome GetOutcome()
    {
        // Includes a stored assignment whose import failed.
        if (Failure is not null) return JournalOutcome.Failed;
        return Update is not null ? JournalOutcome.Succeeded : JournalOutcome.Unknown;
    }
}
