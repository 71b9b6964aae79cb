using System.Globalization;
using System.Text;

namespace UponAi.Testing;

/// <summary>Reads the requests of a connection.</summary>
internal sealed class RequestReader(Stream stream, int connection)
{
    private readonly byte[] buffer = new byte[8192];
    private int at;
    private int end;

    /// <returns>Null if the client has closed the connection.</returns> <exception cref="InvalidDataException">The
    /// bytes are not HTTP.</exception>
    internal async Task<ReceivedRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is not { } requestLine) return null;

        var headers = new List<KeyValuePair<string, string>>();
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim()));
        }

        var request = new ReceivedRequest(requestLine, headers, "", connection);
        return request with { Body = Encoding.UTF8.GetString(await ReadBodyAsync(request, cancellationToken)) };
    }

    /// <summary>Reads and discards bytes until the client closes the connection.</summary>
    internal async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(buffer, cancellationToken) > 0) at = end = 0;
    }

    private async Task<byte[]> ReadBodyAsync(ReceivedRequest request, CancellationToken cancellationToken)
    {
        if (request.Header("Content-Length") is { } length)
            return await ReadExactlyAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        if (!string.Equals(request.Header("Transfer-Encoding"), "chunked", StringComparison.OrdinalIgnoreCase))
            return [];

        var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse(
                await ReadLineAsync(cancellationToken) ?? "0",
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture);
            body.Write(await ReadExactlyAsync(size, cancellationToken));
            await ReadLineAsync(cancellationToken);
            if (size == 0) return body.ToArray();
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (await ReadByteAsync(cancellationToken) is >= 0 and var read)
        {
            // For example a TLS greeting, which has no end of line.
            if (read < ' ' && read is not ('\r' or '\n' or '\t')) throw new InvalidDataException("Not HTTP.");
            if (read == '\n') return line.ToString();
            if (read != '\r') line.Append((char)read);
        }

        return null;
    }

    private async Task<byte[]> ReadExactlyAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = await ReadByteAsync(cancellationToken) is >= 0 and var read
                ? (byte)read
                : throw new EndOfStreamException("The client closed the connection inside a body.");
        }

        return bytes;
    }

    private async ValueTask<int> ReadByteAsync(CancellationToken cancellationToken)
    {
        if (at == end) (at, end) = (0, await stream.ReadAsync(buffer, cancellationToken));
        return end == 0 ? -1 : buffer[at++];
    }
}
