using System.Net.Http.Headers;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>
/// The limit for every sender: an HttpClient that sends prepared bytes, and reads responses without parsing them. With
/// a journal, the sender first reads the list of numbers, and appends a prepared line before and after each row.
/// </summary>
internal sealed class BareSender : ISender
{
    // About as long as a line with both states.
    private const int LineLength = 900;

    private readonly HttpClient http = Connect();
    private readonly string[] numbers;
    private readonly string prefix;
    private readonly byte[] body = Rows.Body;
    private readonly byte[] line = new byte[LineLength];
    private readonly Uri list;
    private readonly FileStream? journal;

    internal BareSender(Uri platform, int rows, bool hasJournal = false)
    {
        numbers = Rows.Numbers(rows);
        prefix = platform + "api/numbers/%2B";
        list = new Uri(platform, "api/numbers/" + SandboxProcess.Scope.AccountSid);
        if (hasJournal)
            journal = new(Path.GetTempFileName(), FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    public string Name => "bare HttpClient" + (journal is null ? "" : ", list and lines as bytes");

    public async Task SendAsync()
    {
        journal?.SetLength(0);
        if (journal is not null) await http.GetByteArrayAsync(list);
        await Parallel.ForEachAsync(
            numbers, new ParallelOptions { MaxDegreeOfParallelism = BulkOptions.InFlight }, SendAsync);
    }

    public void Dispose()
    {
        http.Dispose();
        if (journal is null) return;
        journal.Dispose();
        File.Delete(journal.Name);
    }

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
        Append();
        using var content =
            new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response =
            await http.PutAsync(new Uri($"{prefix}{number.AsSpan(1)}/agent"), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Append();
    }

    private void Append()
    {
        if (journal is null) return;
        lock (journal) journal.Write(line);
    }
}
