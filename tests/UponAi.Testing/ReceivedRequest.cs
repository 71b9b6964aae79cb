namespace UponAi.Testing;

/// <summary>A request exactly as it arrived.</summary>
/// <param name="RequestLine">For example <c>PUT /api/numbers/101/agent HTTP/1.1</c>.</param>
/// <param name="Headers">The names and values as sent, in order, with repetitions.</param>
/// <param name="Body">The body as UTF-8 text, with its chunks joined.</param>
/// <param name="Connection">The number of the connection, from 1.</param>
public sealed record ReceivedRequest(
    string RequestLine, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body, int Connection)
{
    /// <summary>Gets the HTTP method.</summary>
    public string Method => RequestLine.Split(' ')[0];

    /// <summary>Gets the target as sent, with its escapes.</summary>
    public string Target => RequestLine.Split(' ')[1];

    /// <summary>The one value of a header, in any case; none when it is absent.</summary>
    /// <exception cref="InvalidOperationException">The header was sent more than once.</exception>
    public string? Header(string name) => Headers
        .Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
        .Select(header => header.Value)
        .SingleOrDefault();
}
