namespace UponAi;

/// <summary>
/// The pacing decisions of a connection, newest last, numbered from 1. The log keeps the last 64 decisions. Safe to use
/// from several threads.
/// </summary>
public sealed class PacingLog
{
    private const int MaxDecisions = 64;

    private readonly object gate = new();
    private readonly Queue<string> decisions = new();
    private long last;
    private DateTimeOffset? downSince;

    /// <summary>Gets the number of the newest decision, or 0 before the first.</summary>
    public long Last
    {
        get
        {
            lock (gate) return last;
        }
    }

    /// <summary>Gets the time when the platform stopped working, or <c>null</c> while the platform works.</summary>
    public DateTimeOffset? DownSince
    {
        get
        {
            lock (gate) return downSince;
        }

        internal set
        {
            lock (gate) downSince = value;
        }
    }

    /// <summary>Returns the decisions after a given number.</summary>
    /// <param name="seen">The number of the last decision known to the caller. Set to the newest number.</param>
    public IReadOnlyList<string> Since(ref long seen)
    {
        lock (gate)
        {
            var unseen = (int)Math.Min(last - seen, decisions.Count);
            seen = last;
            return [.. decisions.Skip(decisions.Count - unseen)];
        }
    }

    internal void Add(string decision)
    {
        lock (gate)
        {
            last++;
            decisions.Enqueue(decision);
            if (decisions.Count > MaxDecisions) decisions.Dequeue();
        }
    }
}
