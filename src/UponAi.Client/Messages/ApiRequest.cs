using System.Net;
using System.Net.Http.Headers;
using Polly;

namespace UponAi.Client.Messages;

/// <summary>One request with all its attempts.</summary>
/// <param name="list">Takes the body of a 200 while it arrives; none to read it whole.</param>
internal sealed class ApiRequest(
    HttpClient http,
    HttpMethod method,
    Uri uri,
    RequestErrorText target,
    byte[]? content,
    IStreamingParser? list,
    TimeProvider time,
    TokenRedactor redactor,
    ExchangeTracing tracing) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly BodyBuffer body = new();
    private List<string>? exchanges;
    private byte[]? beginning;
    private long started;

    internal Uri Uri => uri;

    internal RequestErrorText Target => target;

    internal TokenRedactor Redactor => redactor;

    /// <summary>The body of the last answer, until the next attempt; of a list, what was not read yet.</summary>
    internal ReadOnlySpan<byte> Body => body.Bytes;

    /// <summary>True when the beginning of a list was read.</summary>
    internal bool IsBodyBegun => body.IsBegun;

    internal int Attempts { get; private set; }

    /// <summary>What the last attempt was answered, kept for the case that time runs out while the next one waits.</summary>
    internal ApiResponse? LastAnswer { get; private set; }

    /// <summary>Why the last attempt has no answer; none when it was still waiting for one.</summary>
    internal Exception? LastFailure { get; private set; }

    /// <summary>True once any attempt was answered, whatever the answer.</summary>
    internal bool WasAnswered { get; private set; }

    /// <summary>The time since the first attempt was sent.</summary>
    internal TimeSpan Elapsed => Attempts == 0 ? TimeSpan.Zero : time.GetElapsedTime(started);

    // AbsolutePath would have the address keep more of its parts than this one, which nobody asks for twice.
    internal RequestSummary Summarize() =>
        new(
            method.Method,
            uri.GetComponents(UriComponents.Path | UriComponents.KeepDelimiter, UriFormat.UriEscaped),
            LastAnswer?.StatusCode,
            Attempts,
            Elapsed)
        {
            Support = LastAnswer?.Support,
            Exchanges = exchanges ?? [],
        };

    /// <summary>Sends it once and reads the answer whole.</summary>
    /// <returns>The answer, or why none came.</returns>
    internal async ValueTask<Outcome<ApiResponse>> AttemptAsync(CancellationToken cancellationToken)
    {
        if (Attempts++ == 0) started = time.GetTimestamp();
        (LastAnswer, LastFailure, beginning) = (null, null, null);
        body.Clear();
        var exchange = tracing.IsOn ? new ExchangeText(redactor) : null;
        using var request = new HttpRequestMessage(method, uri);
        try
        {
#if NET
            // A message does not take over the client's defaults.
            (request.Version, request.VersionPolicy) = (http.DefaultRequestVersion, http.DefaultVersionPolicy);
#endif
            if (content is not null) request.Content = new ByteArrayContent(content) { Headers = { ContentType = Json } };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            LastAnswer = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            exchange?.Add(request, content).Add(response, beginning ?? ExchangeText.Beginning(body.Bytes));
            WasAnswered = true;
            return Outcome.FromResult(LastAnswer);
        }
        catch (Exception e)
        {
            if (cancellationToken.IsCancellationRequested) return Outcome.FromException<ApiResponse>(e as OperationCanceledException ?? new OperationCanceledException(cancellationToken));
            // .NET quotes a header that it cannot read, and a confused server may repeat ours.
            LastFailure = redactor.IsShownBy(e)
                ? new HttpRequestException("The answer is not HTTP, and repeats the token.")
                : e;
            exchange?.Add(request, content).Add(LastFailure);
            return Outcome.FromException<ApiResponse>(LastFailure);
        }
        finally
        {
            if (exchange?.ToString() is { Length: > 0 } description) (exchanges ??= []).Add(description);
        }
    }

    public void Dispose() => body.Dispose();

    private async ValueTask<ApiResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var state = BodyCompleteness.CutOff;
        try
        {
#if NET
            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            // .NET Framework looks at the token only between reads; closing the response ends a read that waits.
            using var closing = cancellationToken.Register(response.Dispose);
            using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            if (list is not null && response.StatusCode == HttpStatusCode.OK) state = await ReadListAsync(list, stream, cancellationToken).ConfigureAwait(false);
            else state = await body.ReadAsync(stream, response.Content.Headers.ContentLength, cancellationToken).ConfigureAwait(false) ? BodyCompleteness.Whole : BodyCompleteness.TooLarge;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException && !cancellationToken.IsCancellationRequested)
        {
            // The headers arrived, so this is an answer, and the error can say which one was cut off. Brotli calls bad data an invalid operation.
        }

        body.Hide(redactor);
        return new ApiResponse(
            (int)response.StatusCode,
            ContentType(response.Content.Headers),
            state,
            RetryAfterHeader.Read(response.Headers, time),
            RateLimitStatus.Read(response.Headers, time),
            (int)response.StatusCode is >= 300 and < 400
                && response.Headers.Location is { } location
                && Uri.TryCreate(uri, location, out var target)
                ? target.Host
                : null,
            SupportHeaders.Read(response.Headers, redactor),
            SupportHeaders.HasNextLink(response.Headers));
    }

    private async ValueTask<BodyCompleteness> ReadListAsync(IStreamingParser rows, Stream stream, CancellationToken cancellationToken)
    {
        rows.Clear();
        beginning = null;
        while (!rows.IsDone)
        {
            var isLast = !await body.FillAsync(stream, cancellationToken).ConfigureAwait(false);
            body.Hide(redactor);
            if (tracing.IsOn) beginning ??= ExchangeText.Beginning(body.Bytes);
            body.Consume(rows.Take(body.Bytes, isLast));
        }

        return BodyCompleteness.Whole;
    }

    // For messages alone, so that nothing is parsed.
#if NET
    private static string? ContentType(HttpContentHeaders headers) => headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
#else
    private static string? ContentType(HttpContentHeaders headers) => headers.ContentType?.ToString();
#endif
}
