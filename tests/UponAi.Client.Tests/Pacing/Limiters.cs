namespace UponAi.Client.Tests.Pacing;

/// <summary>How a platform might count. Times are seconds.</summary>
internal abstract class Limiter
{
    /// <summary>Whether a request that arrives now is let through.</summary>
    internal abstract bool Takes(double now);

    /// <summary>What <c>Retry-After</c> says to one that is not.</summary>
    internal virtual double RetryAfter(double now) => 1;
}

/// <summary>So many a second, and a few more after a pause.</summary>
internal sealed class TokenBucket(double rate, double burst) : Limiter
{
    private double tokens = burst;
    private double last;

    internal double Rate { get; set; } = rate;

    internal double Burst { get; set; } = burst;

    internal override bool Takes(double now)
    {
        tokens = Math.Min(Burst, tokens + (now - last) * Rate);
        last = now;
        if (tokens < 1) return false;
        tokens--;
        return true;
    }
}

/// <summary>So many in each period, whenever in it.</summary>
internal sealed class FixedWindow(int count, double seconds) : Limiter
{
    private double window = -1;
    private int taken;

    internal override bool Takes(double now)
    {
        if (Math.Floor(now / seconds) is var current && current != window) (window, taken) = (current, 0);
        return ++taken <= count;
    }

    internal override double RetryAfter(double now) => Math.Ceiling((window + 1) * seconds - now);
}
