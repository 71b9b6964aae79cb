using System.Net;
using System.Net.Http.Headers;
using Polly;

namespace UponAi.Client.Messages;

/// <summary>An HTTP request with all its attempts, and the last response with its body.</summary>
/// <param name="listParser">Parses the body of a 200 while it arrives. Null to read the whole body first.</param>
internal sealed class ApiRequest(
    HttpMessageInvoker http,
    HttpMethod method,
    Uri uri,
    RequestErrorText errorText,
    byte[]? content,
    IStreamingParser? listParser,
    TimeProvider time,
    TokenRedactor redactor,
    ExchangeTracing tracing) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly BodyBuffer body = new();
    private List<string>? exchanges;
    private byte[]? bodyBeginning;
    private long started;

    internal Uri Uri => uri;

    internal RequestErrorText ErrorText => errorText;

    internal TokenRedactor Redactor => redactor;

    /// <summary>Gets the body of the last response until the next attempt. For a list, the unparsed part.</summary>
    internal ReadOnlySpan<byte> ResponseBody => body.Bytes;

    /// <summary>True if the beginning of a list was parsed, and is no longer in memory.</summary>
    internal bool IsResponsePartlyParsed => body.HasConsumed;

    internal int Attempts { get; private set; }

    /// <summary>
    /// Gets the response to the last attempt, without its body. Null if the attempt has no response. The response stays
    /// while the request waits for its next attempt.
    /// </summary>
    internal ApiResponse? LastResponse { get; private set; }

    /// <summary>
    /// Gets the reason why the last attempt has no response. Null while the attempt waits for a response.
    /// </summary>
    internal Exception? LastFailure { get; private set; }

    /// <summary>True if any attempt had a response.</summary>
    internal bool HadResponse { get; private set; }

    /// <summary>True for a request that changes something on the platform.</summary>
    internal bool IsChange => content is not null;

    /// <summary>
    /// True if the body of an attempt was sent, but its response was lost or does not say whether the change was made.
    /// The change may be made, even if a later attempt is refused.
    /// </summary>
    internal bool MayHaveTakenEffect { get; private set; }

    /// <summary>Gets the time since the first attempt was sent.</summary>
    internal TimeSpan Elapsed => Attempts == 0 ? TimeSpan.Zero : time.GetElapsedTime(started);

    /// <summary>Returns the summary of the attempts so far.</summary>
    // GetComponents does not cache its result in the Uri, unlike AbsolutePath. This saves memory in long runs.
    internal RequestSummary Summarize() =>
        new(
            method.Method,
            uri.GetComponents(UriComponents.Path | UriComponents.KeepDelimiter, UriFormat.UriEscaped),
            LastResponse?.StatusCode,
            Attempts,
            Elapsed)
        {
            Support = LastResponse?.Support,
            Exchanges = exchanges ?? [],
        };

    /// <summary>Sends the request once and reads the complete response.</summary>
    /// <returns>The response, or the exception that prevented a response.</returns>
    internal async ValueTask<Outcome<ApiResponse>> AttemptAsync(CancellationToken cancellationToken)
    {
        if (Attempts++ == 0) started = time.GetTimestamp();
        (LastResponse, LastFailure, bodyBeginning) = (null, null, null);
        body.Clear();
        var exchange = tracing.IsOn ? new ExchangeText(redactor) : null;
        var sent = content is null ? null : new SentContent(content) { Headers = { ContentType = Json } };
        using var request = new HttpRequestMessage(method, uri) { Content = sent };
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            LastResponse = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            exchange?.AddRequest(request, content)
                .AddResponse(response, bodyBeginning ?? ExchangeText.TakeBeginning(body.Bytes));
            HadResponse = true;
            return Outcome.FromResult(LastResponse);
        }
        catch (Exception e)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return Outcome.FromException<ApiResponse>(
                    e as OperationCanceledException ?? new OperationCanceledException(cancellationToken));
            }

            // .NET quotes unreadable headers in its message, and a broken server may repeat the token in them.
            LastFailure = redactor.IsShownBy(e)
                ? new HttpRequestException("The response is not HTTP, and repeats the token.")
                : e;
            exchange?.AddRequest(request, content).AddFailure(LastFailure);
            return Outcome.FromException<ApiResponse>(LastFailure);
        }
        finally
        {
            // A 303 says where the result of a change is.
            var isConclusive = LastResponse is { StatusCode: >= 300 and < 500 and not 303 }
                or { StatusCode: 200, Completeness: BodyCompleteness.Whole };
            MayHaveTakenEffect |= sent is { IsSent: true } && !isConclusive;
            if (exchange?.ToString() is { Length: > 0 } description) (exchanges ??= []).Add(description);
        }
    }

    public void Dispose() => body.Dispose();

    private async ValueTask<ApiResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var completeness = BodyCompleteness.CutOff;
        try
        {
#if NET
            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            // .NET Framework checks the token only between reads. Disposing of the response ends a read that waits.
            using var closing = cancellationToken.Register(response.Dispose);
            using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            if (listParser is not null && response.StatusCode == HttpStatusCode.OK)
            {
                await ReadListAsync(listParser, stream, cancellationToken).ConfigureAwait(false);
                completeness = BodyCompleteness.Whole;
            }
            else
            {
                var length = response.Content.Headers.ContentLength;
                var isWhole = await body.ReadToEndAsync(stream, length, cancellationToken).ConfigureAwait(false);
                completeness = isWhole ? BodyCompleteness.Whole : BodyCompleteness.TooLarge;
            }
        }
        // Brotli reports damaged data as an InvalidOperationException.
        catch (Exception e) when (
            (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
            && !cancellationToken.IsCancellationRequested)
        {
            // The headers arrived, so the error can name the response that was cut off.
        }

        body.Redact(redactor);
        return new ApiResponse(
            (int)response.StatusCode,
            ResponseHeaders.ReadContentType(response.Content.Headers),
            completeness,
            RetryAfterHeader.Read(response.Headers, time),
            RateLimitStatus.Read(response.Headers, time),
            ResponseHeaders.ReadRedirectHost(response, uri),
            ResponseHeaders.ReadSupportData(response.Headers, redactor),
            listParser is not null && ResponseHeaders.HasNextLink(response.Headers));
    }

    private async ValueTask ReadListAsync(
        IStreamingParser parser, Stream stream, CancellationToken cancellationToken)
    {
        parser.Reset();
        bodyBeginning = null;
        while (!parser.IsDone)
        {
            var isLast = !await body.FillBufferAsync(stream, cancellationToken).ConfigureAwait(false);
            body.Redact(redactor);
            if (tracing.IsOn) bodyBeginning ??= ExchangeText.TakeBeginning(body.Bytes);
            body.Consume(parser.Parse(body.Bytes, isLast));
        }
    }

    /// <summary>A request body that knows whether it was sent. Without a connection, HTTP never writes it.</summary>
    // Not a ByteArrayContent, because Mono sends the bytes of that class without a call of the overridden method.
    private sealed class SentContent(byte[] content) : HttpContent
    {
        internal bool IsSent { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            IsSent = true;
            return stream.WriteAsync(content, 0, content.Length);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }
}

/// <summary>
/// Parses the body of a list while an <see cref="ApiRequest"/> reads it, so that a long list is never in memory as a
/// whole. The parser is <see cref="Json.ListParser{T}"/>.
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
