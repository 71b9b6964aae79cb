namespace UponAi.Client.Sending;

/// <summary>
/// Fails requests at once, without sending them, after the platform refused the token or could not be reached. Half a
/// minute later one request is let through to see. Safe to use from several threads.
/// </summary>
internal sealed class FailFast(TimeProvider time)
{
    private const int UnreachableRequests = 2;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    private readonly object gate = new();
    private bool isActive;
    private Exception? cause;
    private DateTimeOffset until;
    private int unreachable;

    /// <summary>Returns why a request must not be sent, or <c>null</c> if it may be.</summary>
    internal FailFastReason? Check()
    {
        if (!Volatile.Read(ref isActive)) return null;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (isActive && now < until) return new FailFastReason(cause, until - now);
            until = now + Duration;
            return null;
        }
    }

    /// <summary>The platform refused the token, which holds for every request.</summary>
    internal void TokenRefused() => Activate(null);

    /// <summary>A request ended without any response from the platform. One alone may have its own reason.</summary>
    internal void Unreachable(Exception why)
    {
        if (Interlocked.Increment(ref unreachable) >= UnreachableRequests) Activate(why);
    }

    /// <summary>The platform was down for longer than a request may take.</summary>
    internal void OutageLasts(Exception why) => Activate(why);

    /// <summary>The platform answered a request, and did not refuse the token.</summary>
    internal void Answered()
    {
        if (Volatile.Read(ref unreachable) != 0) Volatile.Write(ref unreachable, 0);
        if (!Volatile.Read(ref isActive)) return;
        lock (gate) Volatile.Write(ref isActive, false);
    }

    private void Activate(Exception? why)
    {
        lock (gate)
        {
            (cause, until) = (why, time.GetUtcNow() + Duration);
            Volatile.Write(ref isActive, true);
        }
    }
}

/// <summary>Why a request is not sent.</summary>
/// <param name="Cause">What went wrong with the requests before; <c>null</c> if the token was refused.</param>
/// <param name="Wait">The time until a request is let through again.</param>
internal sealed record FailFastReason(Exception? Cause, TimeSpan Wait);
