using System.Runtime.ExceptionServices;
using Polly;
using Polly.Timeout;
using UponAi.Client.Errors;
using UponAi.Client.Messages;
using UponAi.Client.Pacing;

namespace UponAi.Client.Sending;

/// <summary>
/// Sends requests through what the requests of one connection share: sockets, pacer, retries. The first attempt takes
/// the short way; what repeats attempts comes in when something goes wrong.
/// </summary>
internal sealed class RequestSender : IDisposable
{
    private readonly ConnectionSettings settings;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly TokenRedactor redactor;
    private readonly Pacer pacer;
    private readonly FailFast failFast;
    private readonly ResiliencePipeline<ApiResponse> retries;
    private volatile bool isClosed;
    private volatile Exception? lastFailure;

    internal RequestSender(ConnectionSettings settings, PacingLog pacing, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        redactor = new TokenRedactor(settings.Token);
        http = Transport.Create(settings);
        pacer = new Pacer(time, pacing, settings.TotalTimeout);
        failFast = new FailFast(time);
        retries = RetryPipeline.Create(settings.MaximumRetryCount, IsTransient, time);
    }

    /// <summary>Gets whether requests describe their attempts.</summary>
    internal ExchangeTracing Tracing { get; } = new();

    internal ApiRequest Put(Uri uri, byte[] content, RequestErrorText target) =>
        new(http, HttpMethod.Put, uri, target, content, list: null, time, redactor, Tracing);

    internal ApiRequest Get(Uri uri, IStreamingParser list, RequestErrorText target) =>
        new(http, HttpMethod.Get, uri, target, content: null, list, time, redactor, Tracing);

    /// <summary>Sends a request, repeatedly where that may help.</summary>
    /// <param name="gate">Says when each attempt may go; <c>null</c> if only the pacer does.</param>
    /// <returns>A 200 whose body is in the request.</returns>
    /// <exception cref="UponAiException">Anything else.</exception>
    internal async Task<ApiResponse> SendAsync(
        ApiRequest request, IRequestGate? gate, CancellationToken cancellationToken)
    {
        if (failFast.Check() is { } reason)
            throw TransportErrors.NotSent(reason.Cause, reason.Wait, request.Uri, request.Summarize());
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
        var response = outcome.Result ?? Explain(request, outcome.Exception!);
        if (response.StatusCode == 401) failFast.TokenRefused();
        else if (outcome.Result is not null) failFast.Answered();
        return response is { StatusCode: 200, Body: BodyCompleteness.Whole }
            ? response
            : throw ResponseErrors.From(response, request);
    }

    public void Dispose()
    {
        isClosed = true;
        http.Dispose();
        pacer.Dispose();
    }

    /// <summary>Waits until the request may go, sends it once, and tells the pacer how it went.</summary>
    private async ValueTask<Outcome<ApiResponse>> AttemptAsync(
        ApiRequest request, IRequestGate? gate, RetryState state, CancellationToken cancellationToken)
    {
        if (gate is not null) await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var permit = await pacer.EnterAsync(isRetry: request.Attempts > 0, cancellationToken).ConfigureAwait(false);
            var result = new AttemptResult(AttemptOutcome.Abandoned);
            try
            {
                gate?.Sending();
                var outcome = await SendOnceAsync(request, cancellationToken).ConfigureAwait(false);
                if (!cancellationToken.IsCancellationRequested) result = Judge(outcome);
                return outcome;
            }
            finally
            {
                if (result.Outcome == AttemptOutcome.Failed) lastFailure = FailureOf(request);
                var isOutage = pacer.Complete(permit, request, result);
                if (result.Outcome is AttemptOutcome.Failed or AttemptOutcome.Refused)
                    state.Failed(isRefusal: result.Outcome == AttemptOutcome.Refused, isOutage);
            }
        }
        finally
        {
            gate?.Leave();
        }
    }

    private async ValueTask<Outcome<ApiResponse>> SendOnceAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var isTotal = settings.TotalTimeout <= settings.AttemptTimeout;
        var limit = isTotal ? settings.TotalTimeout : settings.AttemptTimeout;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(
            static source => ((CancellationTokenSource)source!).Cancel(), ending, limit, Timeout.InfiniteTimeSpan);
        var outcome = await request.AttemptAsync(ending.Token).ConfigureAwait(false);
        var isTimeout = outcome.Exception is OperationCanceledException
            && !cancellationToken.IsCancellationRequested && !isClosed;
        return isTimeout
            ? Outcome.FromException<ApiResponse>(new TimeoutRejectedException(limit))
            : outcome;
    }

    /// <summary>Repeats a request whose first attempt failed.</summary>
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
            state.Accompany(context);
            Outcome<ApiResponse>? before = first;
            return await retries.ExecuteOutcomeAsync(
                async (context, _) =>
                {
                    if (before is { } known)
                    {
                        before = null;
                        return known;
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
            pacer.Forget(request);
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>
    /// True if a later attempt may succeed: failed connections, a cut-off 200, timeouts, 408, 429 and 5xx.
    /// </summary>
    private static bool IsTransient(Outcome<ApiResponse> outcome) => outcome switch
    {
        { Result: { } response } => response.StatusCode is 408 or 429 or >= 500
            || response is { StatusCode: 200, Body: BodyCompleteness.CutOff },
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException or IOException } => !TransportErrors.IsTls(outcome.Exception),
        _ => false,
    };

    private static AttemptResult Judge(Outcome<ApiResponse> outcome)
    {
        var kind = outcome.Result?.StatusCode == 429 ? AttemptOutcome.Refused
            : IsTransient(outcome) ? AttemptOutcome.Failed
            : outcome.Result is null ? AttemptOutcome.Abandoned
            : AttemptOutcome.Answered;
        return new AttemptResult(kind, outcome.Result?.RetryAfter, outcome.Result?.RateLimitStatus);
    }

    // A response says more than the failure before it.
    private static Exception? FailureOf(ApiRequest request) =>
        request.LastAnswer is null ? request.LastFailure ?? new TimeoutRejectedException() : null;

    /// <summary>
    /// Returns the response, or throws the error, of the last attempt: a timeout that ended a wait has nothing to add
    /// to it.
    /// </summary>
    private ApiResponse Explain(ApiRequest request, Exception exception)
    {
        if (isClosed) throw UponAiConnection.Closed();
        if (exception is UponAiException) ExceptionDispatchInfo.Capture(exception).Throw();
        if (exception is OutageException) failFast.OutageLasts(lastFailure ?? exception);
        if (exception is OutageException or TimeoutRejectedException && request.LastAnswer is { } response)
            return response;
        if (!request.WasAnswered) failFast.Unreachable(request.LastFailure ?? exception);
        throw exception switch
        {
            OutageException or TimeoutRejectedException when request.LastFailure is { } failure =>
                TransportErrors.From(failure, request.Uri, request.Summarize()),
            OutageException when request.Attempts == 0 => TransportErrors.NotSent(
                lastFailure ?? exception, TimeSpan.Zero, request.Uri, request.Summarize()),
            TimeoutRejectedException timeout => TransportErrors.TimedOut(settings, request, timeout),
            OutageException => TransportErrors.TimedOut(
                settings, request, new TimeoutRejectedException(settings.TotalTimeout)),
            _ => TransportErrors.From(exception, request.Uri, request.Summarize()),
        };
    }
}
