namespace UponAi.Sandbox.Gateway;

/// <summary>What may go wrong on purpose.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Answered 429 before anything is done.</summary>
    TooManyRequests,

    /// <summary>Answered 503 before anything is done.</summary>
    Unavailable,

    /// <summary>Done, but the connection is reset instead of an answer.</summary>
    Reset,

    /// <summary>Done, but the connection ends half way through the answer.</summary>
    Truncated,

    /// <summary>Done, and the second half of the answer comes late.</summary>
    Slow,
}
