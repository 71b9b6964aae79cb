namespace UponAi.PowerShell.Bulk;

/// <summary>A row whose assignment is sent.</summary>
internal sealed class RowRequest(
    IUponAiApi api, IUpdateJournal? journal, JournalledRequest request, object? target)
    : RowOutcome(target), IRequestGate
{
    private static readonly Task NotStarted = new TaskCompletionSource<bool>().Task;

    private RequestSlots? slots;
    private CancellationToken stopping;
    private bool isSent;
    private Task completion = NotStarted;

    internal override Task Completion => completion;

    /// <summary>Begins the request. Requests for one number are sent in the order in which they are started.</summary>
    /// <param name="slots">Limits how many requests of the run are in flight.</param>
    /// <param name="ended">Called when the row has ended.</param>
    /// <param name="stopping">Cancelled when the command stops.</param>
    internal void Start(RequestSlots slots, Action ended, CancellationToken stopping)
    {
        (this.slots, this.stopping) = (slots, stopping);
        journal?.Starting(request);
        completion = RunAsync(ended);
    }

    async Task IRequestGate.EnterAsync(CancellationToken cancellationToken)
    {
        // When the command stops, the requests in flight end and free their slots.
        var ending = cancellationToken == stopping ? CancellationToken.None : cancellationToken;
        await slots!.EnterAsync(ending).ConfigureAwait(false);
        if (!cancellationToken.IsCancellationRequested) return;
        slots.Leave();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The last moment to keep an attempt back: an error that is thrown here ends the row unsent.</summary>
    void IRequestGate.Sending()
    {
        if (isSent) return;
        journal?.Sending(request);
        isSent = true;
    }

    void IRequestGate.Leave() => slots!.Leave();

    /// <summary>Sends the request, and ends the row whatever happens.</summary>
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
            // Nobody waits for the outcome any more. Of a request that was sent the journal says that the outcome is
            // not known.
        }
        catch (Exception e)
        {
            // A row must end as an error of its own whatever happens to it.
            Error = new UponAiException(
                UponAiError.RequestFailed,
                $"The request for {request.Assignment.Number} failed unexpectedly: {DisplayText.Sanitize(e.Message)} "
                    + "Whether the change was made is not known; sending it again is safe.",
                e);
        }

        // What a failed journal kept back is not in it.
        if (isSent || Error is { Error: not UponAiError.JournalFailed }) Record();
        ended();
    }

    private void Record()
    {
        var outcome = Failure is not null ? JournalOutcome.Failed
            : Update is not null ? JournalOutcome.Succeeded
            : JournalOutcome.Unknown;
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
