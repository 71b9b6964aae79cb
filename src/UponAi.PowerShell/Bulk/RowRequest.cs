namespace UponAi.PowerShell.Bulk;

/// <summary>A row that is sent: the request runs as a task, and holds a slot of the run during each attempt.</summary>
internal sealed class RowRequest(
    IUponAiApi api, IUpdateJournal? journal, JournalledRequest request, object? target)
    : BulkRow(target), IRequestGate
{
    private static readonly Task NotStarted = new TaskCompletionSource<bool>().Task;

    private RequestSlots? slots;
    private CancellationToken stopping;
    private bool isSent;
    private Task completion = NotStarted;

    internal override Task Completion => completion;

    // A request that the journal refused, or that was cancelled before it was sent, has no outcome.
    private bool HasOutcome => isSent || Error is { Error: not UponAiError.JournalFailed };

    /// <summary>Starts the request. Requests for the same number are sent in the order of these calls.</summary>
    /// <param name="slots">The slots of the run.</param>
    /// <param name="ended">Called when the result is complete.</param>
    /// <param name="stopping">Cancelled when the command stops.</param>
    internal void Start(RequestSlots slots, Action ended, CancellationToken stopping)
    {
        (this.slots, this.stopping) = (slots, stopping);
        journal?.Begin(request);
        completion = RunAsync(ended);
    }

    // A stopped command cancels the requests in flight. Their slots are then free for the waiting requests, so the wait
    // itself needs no cancellation.
    Task IRequestGate.EnterAsync(CancellationToken cancellationToken) =>
        slots!.EnterAsync(cancellationToken == stopping ? CancellationToken.None : cancellationToken);

    void IRequestGate.OnSending()
    {
        // Retries have no journal line of their own.
        if (isSent) return;
        journal?.RecordSending(request);
        isSent = true;
    }

    void IRequestGate.Leave() => slots!.Leave();

    /// <summary>Sends the request and stores its result. Every exception becomes an error of the row.</summary>
    private async Task RunAsync(Action ended)
    {
        try
        {
            Update = await api.UpdateAsync(request.Assignment, request.Location, this, stopping).ConfigureAwait(false);
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
                $"The request for {request.Assignment.Number} failed unexpectedly: {DisplayText.Sanitize(e.Message)} "
                    + "Whether the change was made is not known; sending it again is safe.",
                e);
        }

        try
        {
            if (HasOutcome) RecordOutcome();
        }
        finally
        {
            ended();
        }
    }

    private void RecordOutcome()
    {
        var outcome = Failure is not null ? JournalOutcome.Failed
            : Update is not null ? JournalOutcome.Succeeded
            : JournalOutcome.Unknown;
        try
        {
            journal?.RecordOutcome(request, outcome, Request, Update?.PhoneNumber, Failure);
        }
        catch (UponAiException e)
        {
            JournalError = e;
        }
        catch (Exception e)
        {
            JournalError = new UponAiException(
                UponAiError.JournalFailed,
                $"The journal does not have the outcome of the request for {request.Assignment.Number}: "
                    + $"{DisplayText.Sanitize(e.Message)} The next run with this journal sends the request again.",
                e);
        }
    }
}
