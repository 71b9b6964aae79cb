using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using UponAi.Client.Errors;
using UponAi.Client.Messages;
using UponAi.Client.Pacing;

namespace UponAi.Client.Sending;

/// <summary>
/// Circuit breakers around the wait for a first turn around the total timeout around retries around pacing around the attempt timeout. Only GET and PUT pass here, both
/// safe to repeat. Repeated are failed connections, a cut-off 200, attempt timeouts, 408, 429 and 5xx; nothing else.
/// </summary>
internal static class RetryPipeline
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);

    // How long further requests fail at once; after it one is let through to see.
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(30);

    internal static ResiliencePipeline<ApiResponse> Create(ConnectionSettings settings, Pacer pacer, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time };
        builder.AddCircuitBreaker(RefusedToken()).AddCircuitBreaker(Unreachable());
        builder.AddStrategy(_ => new AdmissionStrategy(pacer), new PacingOptions("Admission")).AddTimeout(settings.TotalTimeout);
        if (settings.MaximumRetryCount > 0) builder.AddRetry(Retry(settings.MaximumRetryCount));
        return builder.AddStrategy(_ => new PacingStrategy(pacer), new PacingOptions("Pacing")).AddTimeout(settings.AttemptTimeout).Build();
    }

    /// <summary>A token that is refused once is refused for all. The breaker wants to have seen two requests, of which one is enough.</summary>
    private static CircuitBreakerStrategyOptions<ApiResponse> RefusedToken() => new()
    {
        ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Result?.StatusCode == 401),
        FailureRatio = 0.0001,
        MinimumThroughput = 2,
        BreakDuration = BreakDuration,
    };

    /// <summary>Requests that found no platform, with all their retries; hardly another among them, or one bad number would fail its neighbours. One that was answered and then ran out of time has found it.</summary>
    private static CircuitBreakerStrategyOptions<ApiResponse> Unreachable() => new()
    {
        ShouldHandle = static arguments => new ValueTask<bool>(
            arguments.Outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException && Turn.Of(arguments.Context) is not { IsAnswered: true }),
        FailureRatio = 0.9,
        MinimumThroughput = 2,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = BreakDuration,
    };

    private static RetryStrategyOptions<ApiResponse> Retry(int count) => new()
    {
        MaxRetryAttempts = count,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = FirstDelay,
        MaxDelay = LongestDelay,
        // What the answer asks to wait, the pacer lets every request wait, this one included.
        DelayGenerator = static arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryAfter is null ? null : TimeSpan.Zero),
        ShouldHandle = static arguments => new ValueTask<bool>(IsTransient(arguments.Outcome)),
    };

    private static bool IsTransient(Outcome<ApiResponse> outcome) => outcome switch
    {
        { Result: { } answer } => answer.StatusCode is 408 or 429 or >= 500 || answer is { StatusCode: 200, Body: BodyCompleteness.CutOff },
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException or IOException } => !TransportErrors.IsTls(outcome.Exception),
        _ => false,
    };

    private sealed class PacingOptions : ResilienceStrategyOptions
    {
        internal PacingOptions(string name) => Name = name;
    }
}
