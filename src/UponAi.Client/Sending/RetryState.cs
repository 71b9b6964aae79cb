using Polly;

namespace UponAi.Client.Sending;

/// <summary>
/// The failed attempts of a request so far. <see cref="RequestSender"/> counts them, and <see cref="RetryPipeline"/>
/// decides with them whether and when the request is repeated.
/// </summary>
internal sealed class RetryState
{
    private static readonly ResiliencePropertyKey<RetryState> Key = new("UponAi.RetryState");

    /// <summary>Gets or sets the part of the total timeout that was left after the first attempt.</summary>
    internal TimeSpan TimeLeft { get; set; }

    /// <summary>Gets the number of attempts that failed for a reason of this request alone.</summary>
    internal int Failures { get; private set; }

    /// <summary>Gets the number of attempts that the platform refused (429).</summary>
    internal int Refusals { get; private set; }

    /// <summary>True if the platform refused the last attempt (429).</summary>
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
    /// Returns true if another attempt is allowed. With a maximum of 0, not even a refusal (429) is repeated.
    /// </summary>
    internal bool MayRetry(int maximumRetries) =>
        maximumRetries > 0 && (IsRefusal || IsOutage || Failures <= maximumRetries);
}
