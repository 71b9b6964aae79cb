namespace UponAi;

/// <summary>What the pacing of a connection decided, newest last, numbered from 1. Old decisions are forgotten. Safe to use from several threads.</summary>
public sealed class PacingLog
{
    private const int Remembered = 64;

    private readonly object gate = new();
    private readonly Queue<string> decisions = new();
    private long last;

    /// <summary>The number of the newest decision; 0 before the first.</summary>
    public long Last
    {
        get
        {
            lock (gate) return last;
        }
    }

    /// <summary>The decisions after one that was seen.</summary>
    /// <param name="seen">The number of the last decision seen; becomes that of the newest.</param>
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
            if (decisions.Count > Remembered) decisions.Dequeue();
        }
    }
}
