using Polly;
using Polly.Retry;
using Polly.Timeout;
using UponAi.Client.Messages;

namespace UponAi.Client.Sending;

/// <summary>
/// Repeats an attempt that failed, until the total timeout is over. Only GET and PUT pass here, both safe to repeat.
/// Refusals for the rate and failures that an outage caused do not count against the number of retries.
/// </summary>
internal static class RetryPipeline
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);
    private const double DelayGrowth = 4;

    // A refusal for the rate is the pacer's affair, unless the platform refuses one request alone.
    private static readonly TimeSpan LongestDelayAfterRefusal = TimeSpan.FromSeconds(2);

    private static readonly Random Jitter = new();

    /// <param name="maximumRetries">How many failures of its own a request may have.</param>
    /// <param name="isTransient">Says whether a later attempt may succeed.</param>
    internal static ResiliencePipeline<ApiResponse> Create(
        int maximumRetries, Func<Outcome<ApiResponse>, bool> isTransient, TimeProvider time) =>
        new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static arguments =>
                    new ValueTask<TimeSpan>(RetryState.Of(arguments.Context).TimeLeft),
            })
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => new ValueTask<bool>(
                    isTransient(arguments.Outcome) && RetryState.Of(arguments.Context).MayRetry(maximumRetries)),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(
                    arguments.Outcome.Result?.RetryAfter ?? Backoff(RetryState.Of(arguments.Context))),
            })
            .Build();

    // How long to wait for the end of an outage, the pacer decides.
    private static TimeSpan Backoff(RetryState state)
    {
        if (state.IsOutage) return TimeSpan.Zero;
        var (growth, count, longest) = state.IsRefusal
            ? (2, state.Refusals, LongestDelayAfterRefusal)
            : (DelayGrowth, state.Failures, LongestDelay);
        var seconds = Math.Min(FirstDelay.TotalSeconds * Math.Pow(growth, count - 1), longest.TotalSeconds);
        lock (Jitter) seconds *= 0.5 + Jitter.NextDouble() / 2;
        return TimeSpan.FromSeconds(seconds);
    }
}

/// <summary>How the attempts of a request went so far.</summary>
internal sealed class RetryState
{
    private static readonly ResiliencePropertyKey<RetryState> Key = new("UponAi.RetryState");

    /// <summary>How much of the total timeout was left after the first attempt.</summary>
    internal TimeSpan TimeLeft { get; set; }

    /// <summary>How many attempts failed for a reason that concerns this request alone.</summary>
    internal int Failures { get; private set; }

    /// <summary>How many attempts were refused for the rate.</summary>
    internal int Refusals { get; private set; }

    /// <summary>True if the last attempt was refused for the rate.</summary>
    internal bool IsRefusal { get; private set; }

    /// <summary>True if the last attempt failed because the platform is down.</summary>
    internal bool IsOutage { get; private set; }

    internal static RetryState Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    internal void Accompany(ResilienceContext context) => context.Properties.Set(Key, this);

    internal void Failed(bool isRefusal, bool isOutage)
    {
        (IsRefusal, IsOutage) = (isRefusal, isOutage);
        if (isRefusal) Refusals++;
        else if (!isOutage) Failures++;
    }

    /// <summary>
    /// True if another attempt is allowed. Without retries, not even a refusal for the rate is repeated.
    /// </summary>
    internal bool MayRetry(int maximumRetries) =>
        maximumRetries > 0 && (IsRefusal || IsOutage || Failures <= maximumRetries);
}
