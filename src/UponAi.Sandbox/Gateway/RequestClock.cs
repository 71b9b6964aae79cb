namespace UponAi.Sandbox.Gateway;

/// <summary>The time since the first request of a sandbox.</summary>
internal sealed class RequestClock(TimeProvider clock)
{
    private readonly Lock starting = new();
    private long? start;

    /// <summary>Returns the time. The first call starts the clock.</summary>
    internal TimeSpan Read()
    {
        lock (starting) return clock.GetElapsedTime(start ??= clock.GetTimestamp());
    }
}
