using Polly;
using Polly.Retry;
using Polly.Timeout;
using UponAi.Client.Errors;
using UponAi.Client.Http;

namespace UponAi.Client.Resilience;

/// <summary>
/// Total timeout around retries around attempt timeout. Only GET and PUT pass here, both safe to repeat. Repeated are failed
/// connections, a cut-off 200, attempt timeouts, 408, 429 and 5xx; nothing else.
/// </summary>
internal static class RetryPipeline
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);

    internal static ResiliencePipeline<Answer> Create(ConnectionSettings settings, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = time };
        builder.AddTimeout(settings.TotalTimeout);
        if (settings.MaximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = settings.MaximumRetryCount,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryAfter),
                ShouldHandle = static arguments => new ValueTask<bool>(IsTransient(arguments.Outcome)),
            });
        }

        return builder.AddTimeout(settings.AttemptTimeout).Build();
    }

    private static bool IsTransient(Outcome<Answer> outcome) => outcome switch
    {
        { Result: { } answer } => answer.StatusCode is 408 or 429 or >= 500 || answer is { StatusCode: 200, Body: BodyState.CutOff },
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException or IOException } => !TransportErrors.IsTls(outcome.Exception),
        _ => false,
    };
}
