using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace UponAi.Client.Messages;

/// <summary>
/// Describes one attempt for the debug stream: request, headers and bodies, without the token. <see cref="ApiRequest"/>
/// creates a description while <see cref="ExchangeTracing"/> is on.
/// </summary>
internal sealed class ExchangeText(TokenRedactor redactor)
{
    // The maximum number of shown characters of a body or a line.
    private const int MaxShown = 4096;

    // Enough for the shown part and for an escaped token at its end.
    private const int MaxBytes = 4 * MaxShown;

    private readonly StringBuilder text = new();

    /// <summary>Returns the part of a body for the description. A longer body has one byte more than needed.</summary>
    internal static byte[] TakeBeginning(ReadOnlySpan<byte> body) =>
        body.Slice(0, Math.Min(body.Length, MaxBytes + 1)).ToArray();

    internal ExchangeText AddRequest(HttpRequestMessage request, byte[]? content)
    {
        AddLine($"{request.Method} {request.RequestUri}");
        AddHeaders(request.Headers);
        if (request.Content is not null) AddHeaders(request.Content.Headers);
        return AddBody(content ?? []);
    }

    internal ExchangeText AddResponse(HttpResponseMessage response, byte[] body)
    {
        AddLine(
            string.Format(
                CultureInfo.InvariantCulture,
                "HTTP/{0} {1} {2}",
                response.Version,
                (int)response.StatusCode,
                response.ReasonPhrase));
        AddHeaders(response.Headers);
        AddHeaders(response.Content.Headers);
        return AddBody(body);
    }

    internal ExchangeText AddFailure(Exception failure)
    {
        AddLine($"No response: {failure.Message}");
        return this;
    }

    public override string ToString() => text.ToString().TrimEnd();

    private void AddHeaders(HttpHeaders headers)
    {
        foreach (var header in headers)
        {
            // These headers can contain secrets in any form.
            var isSecret = header.Key.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase)
                || header.Key.EndsWith("Cookie", StringComparison.OrdinalIgnoreCase);
            AddLine($"{header.Key}: {(isSecret ? "********" : string.Join(", ", header.Value))}");
        }
    }

    private ExchangeText AddBody(byte[] body)
    {
        if (body.Length > 0)
        {
            var all = DisplayText.Sanitize(redactor.Redact(Encoding.UTF8.GetString(body)), int.MaxValue);
            var shown = DisplayText.Sanitize(all, MaxShown);
            text.AppendLine().AppendLine(shown);
            if (shown.Length < all.Length || body.Length > MaxBytes)
                text.AppendLine(FormattableString.Invariant($"(cut after {shown.Length} characters)"));
        }

        text.AppendLine();
        return this;
    }

    private void AddLine(string line) => text.AppendLine(DisplayText.Sanitize(redactor.Redact(line), MaxShown));
}

/// <summary>
/// Counts the commands that run with -Debug. While there are any, each attempt gets an <see cref="ExchangeText"/>. Safe
/// to use from several threads.
/// </summary>
internal sealed class ExchangeTracing
{
    private int commands;

    internal bool IsOn => Volatile.Read(ref commands) > 0;

    /// <summary>Turns descriptions on until the result is disposed of.</summary>
    internal IDisposable Start()
    {
        Interlocked.Increment(ref commands);
        return new Scope(this);
    }

    private sealed class Scope(ExchangeTracing tracing) : IDisposable
    {
        private int isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isDisposed, 1) == 0) Interlocked.Decrement(ref tracing.commands);
        }
    }
}
