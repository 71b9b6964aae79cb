using System.Runtime.ExceptionServices;
using Polly;
using Polly.Timeout;
using UponAi.Client.Errors;
using UponAi.Client.Messages;
using UponAi.Client.Pacing;

namespace UponAi.Client.Sending;

/// <summary>
/// Sends the requests of a connection through the connection's sockets, pacer and circuit breaker. Polly repeats a
/// request only after a failed first attempt, because most requests need no retry.
/// </summary>
internal sealed class RequestSender : IDisposable
{
    private readonly ConnectionSettings settings;
    private readonly TimeSpan attemptTimeout;
    private readonly TimeProvider time;
    private readonly HttpMessageInvoker http;
    private readonly TokenRedactor redactor;
    private readonly Pacer pacer;
    private readonly CircuitBreaker breaker;
    private readonly ResiliencePipeline<ApiResponse> retries;
    private readonly CancellationTokenSource closing = new();

    // Kept, because closing.Token throws after Dispose.
    private readonly CancellationToken closed;
    private volatile bool isClosed;

    // The failure of the latest attempt of any request, which explains an outage to requests that were never sent.
    private volatile Exception? lastFailure;

    internal RequestSender(ConnectionSettings settings, PacingLog pacing, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        attemptTimeout = settings.TotalTimeout < settings.AttemptTimeout
            ? settings.TotalTimeout
            : settings.AttemptTimeout;
        redactor = new TokenRedactor(settings.Token);
        closed = closing.Token;
        http = TransportFactory.Create(settings);
        pacer = new Pacer(time, pacing, settings.TotalTimeout);
        breaker = new CircuitBreaker(time);
        retries = RetryPipeline.Create(settings.MaximumRetryCount, IsTransient, time);
    }

    /// <summary>Gets the switch for the descriptions of attempts.</summary>
    internal ExchangeTracing Tracing { get; } = new();

    internal ApiRequest CreatePut(Uri uri, byte[] content, RequestErrorText errorText) =>
        new(http, HttpMethod.Put, uri, errorText, content, listParser: null, time, redactor, Tracing);

    internal ApiRequest CreateGet(Uri uri, IStreamingParser listParser, RequestErrorText errorText) =>
        new(http, HttpMethod.Get, uri, errorText, content: null, listParser, time, redactor, Tracing);

    /// <summary>Sends a request, and repeats the request after failures that may pass.</summary>
    /// <param name="gate">Decides when each attempt may be sent. Null if only the pacer decides.</param>
    /// <returns>A task that ends when the request holds a complete response with status 200.</returns>
    /// <exception cref="UponAiException">The platform did not return a complete response with status 200.</exception>
    internal async Task SendAsync(ApiRequest request, IRequestGate? gate, CancellationToken cancellationToken)
    {
        if (!breaker.TryPass(out var open)) throw TransportErrors.NotSent(request, open.Cause, open.UntilNextTest);
        Outcome<ApiResponse> outcome;
        try
        {
            var state = new RetryState();
            outcome = await AttemptAsync(request, gate, state, cancellationToken).ConfigureAwait(false);
            if (IsTransient(outcome) && state.MayRetry(settings.MaximumRetryCount))
                outcome = await RetryAsync(outcome, request, gate, state, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OutageException || isClosed && e is not UponAiException)
        {
            outcome = Outcome.FromException<ApiResponse>(e);
        }

        if (outcome.Result is null) cancellationToken.ThrowIfCancellationRequested();
        var response = outcome.Result ?? GetLastResponseOrThrow(request, outcome.Exception!);
        if (response.StatusCode == 401) breaker.OpenForToken();
        else if (outcome.Result is not null) breaker.Close();
        if (response is not { StatusCode: 200, Completeness: BodyCompleteness.Whole })
            throw ResponseErrors.From(request);
    }

    public void Dispose()
    {
        if (isClosed) return;
        isClosed = true;
        closing.Cancel();
        closing.Dispose();
        http.Dispose();
        pacer.Dispose();
    }

    /// <summary>Waits for the gate and the pacer, sends the request once, and gives the result to the pacer.</summary>
    private async ValueTask<Outcome<ApiResponse>> AttemptAsync(
        ApiRequest request, IRequestGate? gate, RetryState state, CancellationToken cancellationToken)
    {
        if (gate is not null) await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var permit = await pacer.EnterAsync(isRetry: request.Attempts > 0, cancellationToken).ConfigureAwait(false);
            var result = new AttemptResult(AttemptOutcome.Abandoned);
            try
            {
                gate?.OnSending();
                using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed);
                using var timer = time.CreateTimer(
                    static source => ((CancellationTokenSource)source!).Cancel(),
                    cancelling,
                    attemptTimeout,
                    Timeout.InfiniteTimeSpan);
                var outcome = await request.AttemptAsync(cancelling.Token).ConfigureAwait(false);
                // Cancelled by the caller: for the pacer, the attempt stays abandoned.
                if (cancellationToken.IsCancellationRequested) return outcome;
                if (outcome.Exception is OperationCanceledException && !isClosed)
                    outcome = Outcome.FromException<ApiResponse>(new TimeoutRejectedException(attemptTimeout));
                result = ToResult(outcome);
                return outcome;
            }
            finally
            {
                Complete(permit, request, result, state);
            }
        }
        finally
        {
            gate?.Leave();
        }
    }

    private void Complete(in RequestPermit permit, ApiRequest request, in AttemptResult result, RetryState state)
    {
        if (result.Outcome == AttemptOutcome.Failed)
        {
            // After a response, the OutageException explains the outage, not an earlier failure.
            lastFailure = request.LastResponse is null ? request.LastFailure ?? new TimeoutRejectedException() : null;
        }

        var isOutage = pacer.Complete(permit, request, result);
        if (result.Outcome is AttemptOutcome.Failed or AttemptOutcome.Refused)
            state.AddFailure(isRefusal: result.Outcome == AttemptOutcome.Refused, isOutage);
    }

    /// <summary>Repeats a request whose first attempt failed, until the total timeout.</summary>
    private async ValueTask<Outcome<ApiResponse>> RetryAsync(
        Outcome<ApiResponse> first,
        ApiRequest request,
        IRequestGate? gate,
        RetryState state,
        CancellationToken cancellationToken)
    {
        state.TimeLeft = settings.TotalTimeout - request.Elapsed;
        if (state.TimeLeft <= TimeSpan.Zero) return first;
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            state.AttachTo(context);
            // For Polly, the first attempt is the failed attempt before this method.
            Outcome<ApiResponse>? failed = first;
            return await retries.ExecuteOutcomeAsync(
                async (context, _) =>
                {
                    if (failed is { } outcome)
                    {
                        failed = null;
                        return outcome;
                    }

                    try
                    {
                        return await AttemptAsync(request, gate, state, context.CancellationToken)
                            .ConfigureAwait(false);
                    }
                    catch (Exception e)
                    {
                        return Outcome.FromException<ApiResponse>(e);
                    }
                },
                context,
                request).ConfigureAwait(false);
        }
        finally
        {
            // Another error may be the fault of this request. Without a working gateway, the next request fails too.
            if (request.LastResponse is { StatusCode: not (502 or 503 or 504) }) pacer.Forget(request);
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>
    /// Returns true if a later attempt may succeed: after a failed connection, a cut-off 200, a timeout, and the
    /// statuses 408, 429 and 5xx.
    /// </summary>
    private static bool IsTransient(Outcome<ApiResponse> outcome) => outcome switch
    {
        { Result: { } response } => response.StatusCode is 408 or 429 or >= 500
            || response is { StatusCode: 200, Completeness: BodyCompleteness.CutOff },
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException or IOException } => !TransportErrors.IsTls(outcome.Exception),
        _ => false,
    };

    private static AttemptResult ToResult(Outcome<ApiResponse> outcome)
    {
        var kind = outcome switch
        {
            { Result.StatusCode: 429 } => AttemptOutcome.Refused,
            _ when IsTransient(outcome) => AttemptOutcome.Failed,
            { Result: null } => AttemptOutcome.Abandoned,
            _ => AttemptOutcome.Answered,
        };
        return new AttemptResult(kind, outcome.Result?.RetryAfter, outcome.Result?.RateLimitStatus);
    }

    /// <summary>
    /// Returns the response to the last attempt if the time ended while the request waited for its next attempt.
    /// Otherwise throws the error of the request.
    /// </summary>
    private ApiResponse GetLastResponseOrThrow(ApiRequest request, Exception exception)
    {
        if (isClosed) throw TransportErrors.Closed(request);
        if (exception is UponAiException) ExceptionDispatchInfo.Capture(exception).Throw();
        // The last attempt says more than the end of the wait for the next attempt.
        var isWaitOver = exception is OutageException or TimeoutRejectedException;
        if (isWaitOver && request.LastResponse is { } response) return response;
        if (exception is not OutageException && !request.HadResponse)
            breaker.CountUnreachable(request.LastFailure ?? exception);
        throw exception switch
        {
            _ when isWaitOver && request.LastFailure is { } failure => TransportErrors.From(failure, request),
            OutageException outage when request.Attempts == 0 =>
                TransportErrors.NotSent(request, lastFailure ?? exception, outage.UntilNextTest),
            TimeoutRejectedException timeout => TransportErrors.TimedOut(settings, request, timeout),
            OutageException => TransportErrors.TimedOut(
                settings, request, new TimeoutRejectedException(settings.TotalTimeout)),
            _ => TransportErrors.From(exception, request),
        };
    }
}
