using System.Net.Http.Headers;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>
/// The limit: an HttpClient that sends the same bytes, ready-made, and reads the answer as bytes that nobody looks at.
/// </summary>
internal sealed class BareSender : ISender
{
    private readonly HttpClient http = Connect();
    private readonly string[] numbers;
    private readonly string prefix;
    private readonly byte[] body = Rows.Body;

    internal BareSender(Uri platform, int rows)
    {
        numbers = Rows.Numbers(rows);
        prefix = platform + "api/numbers/%2B";
    }

    public string Name => "bare HttpClient";

    public Task SendAsync() =>
        Parallel.ForEachAsync(
            numbers,
            new ParallelOptions { MaxDegreeOfParallelism = BulkOptions.InFlight },
            SendAsync);

    public void Dispose() => http.Dispose();

    internal static HttpClient Connect()
    {
        var http =
            new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SandboxProcess.Token);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("UponAi");
        return http;
    }

    private async ValueTask SendAsync(string number, CancellationToken cancellationToken)
    {
        using var content =
            new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response =
            await http.PutAsync(new Uri($"{prefix}{number.AsSpan(1)}/agent"), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
