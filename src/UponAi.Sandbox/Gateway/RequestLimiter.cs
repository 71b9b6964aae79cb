using System.Globalization;
using System.Threading.RateLimiting;

namespace UponAi.Sandbox.Gateway;

/// <summary>Limits the common rate of all requests with a token bucket.</summary>
internal sealed class RequestLimiter : IDisposable
{
    // Each request replenishes the bucket by the elapsed time. The limiter's own timer adds whole steps: a step of one
    // second would overflow a small bucket, and a step of five milliseconds is finer than the timer.
    private readonly TokenBucketRateLimiter? bucket;

    internal RequestLimiter(int? perSecond, int? burst)
    {
        if (perSecond is not { } rate) return;
        bucket = new(new()
        {
            TokenLimit = burst ?? rate,
            TokensPerPeriod = rate,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = false,
        });
    }

    internal void Check()
    {
        if (bucket is null) return;
        bucket.TryReplenish();
        using var lease = bucket.AttemptAcquire();
        if (!lease.IsAcquired) throw Exceeded(lease);
    }

    public void Dispose() => bucket?.Dispose();

    private static Refusal Exceeded(RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.Zero;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new(StatusCodes.Status429TooManyRequests, "Too many requests.")
        {
            Header = new("Retry-After", seconds),
        };
    }
}
