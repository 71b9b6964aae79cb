namespace UponAi.Client.Http;

/// <summary>Takes the body of a list while it arrives, so that a long one is never in memory whole.</summary>
internal interface IStreamingParser
{
    /// <summary>True when no more is wanted: at the end, or where it cannot be read.</summary>
    bool IsDone { get; }

    /// <summary>Forgets the attempt before.</summary>
    void Clear();

    /// <summary>Takes what is there whole.</summary>
    /// <param name="bytes">What arrived and was not taken yet.</param>
    /// <param name="isLast">True when nothing follows.</param>
    /// <returns>How many bytes were taken.</returns>
    int Take(ReadOnlySpan<byte> bytes, bool isLast);
}
