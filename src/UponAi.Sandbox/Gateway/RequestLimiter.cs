using System.Globalization;
using System.Threading.RateLimiting;

namespace UponAi.Sandbox.Gateway;

/// <summary>Limits the common rate of all requests, and how many are handled at the same time.</summary>
internal sealed class RequestLimiter : IDisposable
{
    private const long AlternationSeconds = 10;

    private readonly RequestClock clock;
    private readonly RateCounter? rate;
    private readonly RateCounter? lowRate;
    private readonly ConcurrencyLimiter? concurrency;
    private readonly int? retryAfter;

    internal RequestLimiter(SandboxOptions options, RequestClock clock)
    {
        this.clock = clock;
        retryAfter = options.RetryAfter;
        if (options.RateLimit is { } high) rate = RateCounter.Create(high, options);
        if (options.LowRateLimit is { } low) lowRate = RateCounter.Create(low, options);
        if (options.MaxConcurrent is { } most) concurrency = new(new() { PermitLimit = most });
    }

    /// <summary>Lets a request in.</summary>
    /// <returns>Disposed when the request has been handled, or null.</returns>
    /// <exception cref="Refusal">A limit is exceeded.</exception>
    internal IDisposable? Enter()
    {
        var now = clock.Read().TotalSeconds;
        var lease = concurrency?.AttemptAcquire();
        if (lease is { IsAcquired: false }) throw Exceeded(wait: null);
        var isLow = (long)now / AlternationSeconds % 2 == 1;
        if (((isLow ? lowRate : null) ?? rate)?.Take(now) is not { } wait) return lease;
        lease?.Dispose();
        throw Exceeded(wait);
    }

    public void Dispose() => concurrency?.Dispose();

    private Refusal Exceeded(double? wait)
    {
        var seconds = retryAfter ?? (wait is { } time ? Math.Max(1, (int)Math.Ceiling(time)) : 0);
        return new(StatusCodes.Status429TooManyRequests, "Too many requests.")
        {
            Header = seconds == 0 ? null : new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)),
        };
    }
}
