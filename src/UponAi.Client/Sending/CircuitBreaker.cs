namespace UponAi.Client.Sending;

/// <summary>
/// Stops the requests of a connection after the platform refused the token or could not be reached. Further requests
/// then fail at once, without being sent. Every half minute one request is sent as a test, and any response except a
/// refused token lets all requests pass again. Safe to use from several threads.
/// </summary>
internal sealed class CircuitBreaker(TimeProvider time)
{
    // A single request without a response may have failed for its own reason.
    private const int MinUnreachable = 2;

    private static readonly TimeSpan TestInterval = TimeSpan.FromSeconds(30);

    private readonly object gate = new();
    private bool isOpen;
    private Exception? cause;
    private DateTimeOffset nextTest;
    private int unreachable;

    /// <summary>Returns the reason why a request must not be sent, or null if the request may be sent.</summary>
    internal OpenCircuit? Check()
    {
        if (!Volatile.Read(ref isOpen)) return null;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (isOpen && now < nextTest) return new OpenCircuit(cause, nextTest - now);
            nextTest = now + TestInterval;
            return null;
        }
    }

    /// <summary>Stops the requests, because the platform refused the token of the connection.</summary>
    internal void OpenForToken() => Open(null);

    /// <summary>Counts a request without any response from the platform. The second request stops the others.</summary>
    internal void CountUnreachable(Exception failure)
    {
        if (Interlocked.Increment(ref unreachable) >= MinUnreachable) Open(failure);
    }

    /// <summary>Lets all requests pass, because the platform responded and did not refuse the token.</summary>
    internal void Close()
    {
        if (Volatile.Read(ref unreachable) != 0) Volatile.Write(ref unreachable, 0);
        if (!Volatile.Read(ref isOpen)) return;
        lock (gate) Volatile.Write(ref isOpen, false);
    }

    private void Open(Exception? failure)
    {
        lock (gate)
        {
            (cause, nextTest) = (failure, time.GetUtcNow() + TestInterval);
            Volatile.Write(ref isOpen, true);
        }
    }
}

/// <summary>The reason why a request is not sent.</summary>
/// <param name="Cause">The failure of the earlier requests, or null if the platform refused the token.</param>
/// <param name="Wait">The time until the next test.</param>
internal sealed record OpenCircuit(Exception? Cause, TimeSpan Wait);
