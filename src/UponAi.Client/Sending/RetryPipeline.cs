using Polly;
using Polly.Retry;
using Polly.Timeout;
using UponAi.Client.Messages;

namespace UponAi.Client.Sending;

/// <summary>
/// Repeats a failed request until the total timeout. Only GET and PUT pass here, and both are safe to repeat. A refusal
/// for the rate, and a failure because of an outage, do not count against the number of retries.
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

/// <summary>The failed attempts of a request so far.</summary>
internal sealed class RetryState
{
    private static readonly ResiliencePropertyKey<RetryState> Key = new("UponAi.RetryState");

    /// <summary>Gets or sets the part of the total timeout that was left after the first attempt.</summary>
    internal TimeSpan TimeLeft { get; set; }

    /// <summary>Gets the number of attempts that failed for a reason of this request alone.</summary>
    internal int Failures { get; private set; }

    /// <summary>Gets the number of attempts that the platform refused for the rate.</summary>
    internal int Refusals { get; private set; }

    /// <summary>True if the platform refused the last attempt for the rate.</summary>
    internal bool IsRefusal { get; private set; }

    /// <summary>True if the last attempt failed because the platform is down.</summary>
    internal bool IsOutage { get; private set; }

    internal static RetryState Get(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    internal void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);

    internal void AddFailure(bool isRefusal, bool isOutage)
    {
        (IsRefusal, IsOutage) = (isRefusal, isOutage);
        if (isRefusal) Refusals++;
        else if (!isOutage) Failures++;
    }

    /// <summary>
    /// Returns true if another attempt is allowed. Without retries, not even a refusal for the rate is repeated.
    /// </summary>
    internal bool MayRetry(int maximumRetries) =>
        maximumRetries > 0 && (IsRefusal || IsOutage || Failures <= maximumRetries);
}
