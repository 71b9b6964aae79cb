namespace UponAi.Sandbox.Gateway;

/// <summary>Counts requests, and refuses those beyond a limit. Times are seconds since the first request.</summary>
internal abstract class RateCounter
{
    private readonly Lock counting = new();

    internal static RateCounter Create(int limit, SandboxOptions options)
    {
        var period = options.RatePeriod.TotalSeconds;
        return options.RateWindow switch
        {
            RateWindow.Sliding => new SlidingWindow(limit, period),
            RateWindow.Fixed => new FixedWindow(limit, period),
            _ => new TokenBucket(limit / period, options.Burst ?? limit),
        };
    }

    /// <summary>Takes a request.</summary>
    /// <returns>Null if the request is allowed, otherwise the seconds until the next one is allowed.</returns>
    internal double? Take(double now)
    {
        lock (counting) return Count(now);
    }

    private protected abstract double? Count(double now);

    private sealed class TokenBucket(double rate, int burst) : RateCounter
    {
        private double tokens = burst;
        private double filled;

        private protected override double? Count(double now)
        {
            (tokens, filled) = (Math.Min(burst, tokens + (now - filled) * rate), now);
            if (tokens < 1) return (1 - tokens) / rate;
            tokens--;
            return null;
        }
    }

    private sealed class SlidingWindow(int limit, double period) : RateCounter
    {
        private readonly Queue<double> allowed = new();

        private protected override double? Count(double now)
        {
            while (allowed.TryPeek(out var first) && first <= now - period) allowed.Dequeue();
            if (allowed.Count >= limit) return allowed.Peek() + period - now;
            allowed.Enqueue(now);
            return null;
        }
    }

    private sealed class FixedWindow(int limit, double period) : RateCounter
    {
        private double window;
        private int count;

        private protected override double? Count(double now)
        {
            var current = Math.Floor(now / period);
            if (current > window) (window, count) = (current, 0);
            return ++count <= limit ? null : (window + 1) * period - now;
        }
    }
}
