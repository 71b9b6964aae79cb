namespace UponAi.Client.Sending;

/// <summary>
/// Stops the requests of a connection after the platform refused the token or could not be reached. Further requests
/// then fail at once, without being sent. The first request after half a minute passes as a test. Any response to the
/// test, except a refused token, lets all requests pass again. Safe to use from several threads.
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

    /// <summary>Returns true if a request may be sent. A test that passes delays the next test.</summary>
    /// <param name="open">The reason why the request must not be sent.</param>
    internal bool TryPass(out OpenCircuit open)
    {
        open = default;
        if (!Volatile.Read(ref isOpen)) return true;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (isOpen && now < nextTest)
            {
                open = new OpenCircuit(cause, nextTest - now);
                return false;
            }

            nextTest = now + TestInterval;
            return true;
        }
    }

    /// <summary>Stops the requests, because the platform refused the token of the connection.</summary>
    internal void OpenForToken() => Open(null);

    /// <summary>Counts a request without any response. The second such request in a row stops the others.</summary>
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
/// <param name="UntilNextTest">The time until the next test.</param>
internal readonly record struct OpenCircuit(Exception? Cause, TimeSpan UntilNextTest);
