namespace UponAi.Testing;

/// <summary>A request exactly as it arrived.</summary>
/// <param name="RequestLine">For example <c>PUT /api/numbers/101/agent HTTP/1.1</c>.</param>
/// <param name="Headers">Names and values as sent, in order, repetitions included.</param>
/// <param name="Body">The body, a chunked one put together, read as UTF-8.</param>
/// <param name="Connection">The number of the connection that it came over, from 1.</param>
public sealed record ReceivedRequest(
    string RequestLine, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body, int Connection)
{
    /// <summary>The HTTP method.</summary>
    public string Method => RequestLine.Split(' ')[0];

    /// <summary>The target as sent, still escaped.</summary>
    public string Target => RequestLine.Split(' ')[1];

    /// <summary>The one value of a header, in any case; none when it is absent.</summary>
    /// <exception cref="InvalidOperationException">The header was sent more than once.</exception>
    public string? Header(string name) => Headers
        .Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
        .Select(header => header.Value)
        .SingleOrDefault();
}
