namespace UponAi.Client.Tests.Pacing;

/// <summary>A way in which a platform may limit its callers. Times are seconds.</summary>
internal abstract class SimulatedPlatform
{
    /// <summary>How long the platform works on a request that it accepts. By default about 20 ms.</summary>
    internal Func<Random, double> Latency { get; init; } = chance => 0.019 + chance.NextDouble() * 0.003;

    /// <summary>The share of the accepted requests that fail with 502.</summary>
    internal double FailureShare { get; init; }

    /// <summary>What <c>Retry-After</c> says; <c>null</c> for no hint.</summary>
    internal double? Hint { get; init; }

    /// <summary>Decides whether a request that arrives now is accepted.</summary>
    internal abstract bool Accepts(double now);

    internal virtual double? RetryAfter(double now) => Hint;

    /// <summary>Called when an accepted request has its response.</summary>
    internal virtual void Answered()
    {
    }
}

/// <summary>A number of requests a second, and a few more after a pause.</summary>
internal sealed class TokenBucket(double rate, double burst) : SimulatedPlatform
{
    private double used;
    private double last;

    /// <summary>The rate at a moment, where it changes.</summary>
    internal Func<double, double> RateAt { get; init; } = _ => rate;

    internal override bool Accepts(double now)
    {
        used = Math.Max(0, used - (now - last) * RateAt(now));
        last = now;
        if (used > burst - 1) return false;
        used++;
        return true;
    }
}

/// <summary>A number of requests in each period.</summary>
internal sealed class FixedWindow(int count, double seconds, bool hasHint) : SimulatedPlatform
{
    private double window = -1;
    private int accepted;

    internal override bool Accepts(double now)
    {
        if (Math.Floor(now / seconds) is var current && current != window) (window, accepted) = (current, 0);
        return ++accepted <= count;
    }

    internal override double? RetryAfter(double now) => hasHint ? Math.Ceiling((window + 1) * seconds - now) : null;
}

/// <summary>A number of requests in any period that ends now.</summary>
internal sealed class SlidingWindow(int count, double seconds) : SimulatedPlatform
{
    private readonly Queue<double> accepted = new();

    internal override bool Accepts(double now)
    {
        while (accepted.Count > 0 && accepted.Peek() <= now - seconds) accepted.Dequeue();
        if (accepted.Count >= count) return false;
        accepted.Enqueue(now);
        return true;
    }
}

/// <summary>A platform that also refuses a share of the requests for reasons of their own, without a hint.</summary>
internal sealed class StrayRefusals(SimulatedPlatform platform, double share, int seed) : SimulatedPlatform
{
    private readonly Random chance = new(seed);

    internal override bool Accepts(double now) => chance.NextDouble() >= share && platform.Accepts(now);

    internal override void Answered() => platform.Answered();
}

/// <summary>A number of requests at the same time.</summary>
internal sealed class ConcurrencyCap(Func<double, int> most) : SimulatedPlatform
{
    private int inFlight;

    internal override bool Accepts(double now)
    {
        if (inFlight >= most(now)) return false;
        inFlight++;
        return true;
    }

    internal override void Answered() => inFlight--;
}
