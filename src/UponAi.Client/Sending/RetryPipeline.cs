using Polly;
using Polly.Retry;
using Polly.Timeout;
using UponAi.Client.Messages;

namespace UponAi.Client.Sending;

/// <summary>
/// Repeats a request until the total timeout. <see cref="RequestSender"/> makes the first attempt, and uses this
/// pipeline only if that attempt fails. Only GET and PUT pass here, and both are safe to repeat. A refusal (429) and a
/// failure because of an outage do not count against the number of retries.
/// </summary>
internal static class RetryPipeline
{
    private const double DelayGrowth = 4;
    private const double DelayGrowthAfterRefusal = 2;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(8);

    // The pacer already slows down after a refusal. This delay is for a platform that refuses only one request.
    private static readonly TimeSpan MaxDelayAfterRefusal = TimeSpan.FromSeconds(2);

    private static readonly Random Jitter = new();

    /// <summary>Creates the pipeline of a connection.</summary>
    /// <param name="maximumRetries">The maximum number of retries after failures of the request itself.</param>
    /// <param name="isTransient">Returns true if a later attempt may succeed.</param>
    internal static ResiliencePipeline<ApiResponse> Create(
        int maximumRetries, Func<Outcome<ApiResponse>, bool> isTransient, TimeProvider time) =>
        new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static arguments =>
                    new ValueTask<TimeSpan>(RetryState.Get(arguments.Context).TimeLeft),
            })
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                // MayRetry counts instead, because not every failure counts.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => new ValueTask<bool>(
                    isTransient(arguments.Outcome) && RetryState.Get(arguments.Context).MayRetry(maximumRetries)),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(
                    arguments.Outcome.Result?.RetryAfter ?? GetDelay(RetryState.Get(arguments.Context))),
            })
            .Build();

    private static TimeSpan GetDelay(RetryState state)
    {
        // The pacer makes the request wait for the end of the outage.
        if (state.IsOutage) return TimeSpan.Zero;
        var (growth, count, max) = state.IsRefusal
            ? (DelayGrowthAfterRefusal, state.Refusals, MaxDelayAfterRefusal)
            : (DelayGrowth, state.Failures, MaxDelay);
        var seconds = Math.Min(FirstDelay.TotalSeconds * Math.Pow(growth, count - 1), max.TotalSeconds);
        lock (Jitter) seconds *= 0.5 + Jitter.NextDouble() / 2;
        return TimeSpan.FromSeconds(seconds);
    }
}
