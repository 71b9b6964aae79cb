using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using UponAi.Client.Errors;
using UponAi.Client.Messages;
using UponAi.Client.Pacing;

namespace UponAi.Client.Sending;

/// <summary>Sends requests through what those of one connection share: sockets, pacer, circuit breakers, retries.</summary>
internal sealed class RequestSender : IDisposable
{
    private readonly ConnectionSettings settings;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly TokenRedactor redactor;
    private readonly Pacer pacer;
    private readonly ResiliencePipeline<ApiResponse> pipeline;
    private volatile bool closed;

    internal RequestSender(ConnectionSettings settings, PacingLog pacing, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        redactor = new TokenRedactor(settings.Token);
        http = Transport.Create(settings);
        pacer = new Pacer(time, pacing);
        pipeline = RetryPipeline.Create(settings, pacer, time);
    }

    /// <summary>Gets whether requests describe their attempts.</summary>
    internal ExchangeTracing Tracing { get; } = new();

    internal ApiRequest Put(Uri uri, byte[] content, RequestErrorText target) =>
        new(http, HttpMethod.Put, uri, target, content, list: null, time, redactor, Tracing);

    internal ApiRequest Get(Uri uri, IStreamingParser list, RequestErrorText target) =>
        new(http, HttpMethod.Get, uri, target, content: null, list, time, redactor, Tracing);

    /// <summary>Sends it, repeatedly where that may help.</summary>
    /// <returns>A 200 whose body is in the exchange.</returns>
    /// <exception cref="UponAiException">Anything else.</exception>
    internal async Task<ApiResponse> SendAsync(ApiRequest exchange, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            var outcome = await pipeline.ExecuteOutcomeAsync(static (context, exchange) => exchange.AttemptAsync(context.CancellationToken), context, exchange).ConfigureAwait(false);
            if (outcome.Result is null) cancellationToken.ThrowIfCancellationRequested();
            var answer = outcome.Result ?? Explain(exchange, outcome.Exception!);
            return answer is { StatusCode: 200, Body: BodyCompleteness.Whole } ? answer : throw ResponseErrors.From(answer, exchange);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose()
    {
        closed = true;
        http.Dispose();
        pacer.Dispose();
    }

    /// <summary>The answer, or the error, that the last attempt came to; a timeout that ended a wait has nothing to add to it.</summary>
    private ApiResponse Explain(ApiRequest exchange, Exception exception) => exception switch
    {
        _ when closed => throw UponAiConnection.Closed(),
        BrokenCircuitException open => throw TransportErrors.NotSent(open, exchange.Uri, exchange.Summarize()),
        TimeoutRejectedException when exchange.LastAnswer is { } answer => answer,
        TimeoutRejectedException when exchange.LastFailure is { } failure => throw TransportErrors.From(failure, exchange.Uri, exchange.Summarize()),
        TimeoutRejectedException timeout => throw TransportErrors.TimedOut(settings, exchange, timeout),
        _ => throw TransportErrors.From(exception, exchange.Uri, exchange.Summarize()),
    };
}
