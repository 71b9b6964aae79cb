namespace UponAi.Client.Messages;

/// <summary>
/// Parses the body of a list while it arrives, so that a long list is never in memory as a whole. The parser of the
/// platform's lists is <see cref="Json.ListParser{T}"/>.
/// </summary>
internal interface IStreamingParser
{
    /// <summary>True at the end of the list, or after an error.</summary>
    bool IsDone { get; }

    /// <summary>Resets the parser for the next attempt.</summary>
    void Reset();

    /// <summary>Parses the complete parts of the list.</summary>
    /// <param name="bytes">The unparsed bytes.</param>
    /// <param name="isLast">True if these are the last bytes.</param>
    /// <returns>The number of parsed bytes.</returns>
    int Parse(ReadOnlySpan<byte> bytes, bool isLast);
}
