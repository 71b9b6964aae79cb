using System.Diagnostics;

namespace UponAi.Sandbox.Gateway;

/// <summary>The time since the first request of a sandbox.</summary>
internal sealed class RequestClock
{
    private readonly Stopwatch watch = new();
    private readonly Lock starting = new();

    /// <summary>Returns the time. The first call starts the clock.</summary>
    internal TimeSpan Read()
    {
        lock (starting)
        {
            watch.Start();
            return watch.Elapsed;
        }
    }
}
