using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk;

/// <summary>The sandbox in a separate process, so that its memory does not count as ours.</summary>
internal sealed class SandboxProcess : IDisposable
{
    internal const string Token = "sandbox-token";

    /// <summary>The account and the workspace of the generated numbers.</summary>
    internal static readonly NumberLocation Scope = new("29e90072-fb58-4c6c-870a-43005115131e", 1);

    private const string Greeting = "UponAI sandbox on ";

    private readonly Process process;

    private SandboxProcess(Process process, Uri baseUri) => (this.process, BaseUri) = (process, baseUri);

    internal Uri BaseUri { get; }

    internal static async Task<SandboxProcess> StartAsync(int numbers, params string[] more)
    {
        string[] arguments = [
            RepositoryFiles.Sandbox, "--token", Token, "--numbers", numbers.ToString(CultureInfo.InvariantCulture),
            .. more];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Greeting, StringComparison.Ordinal))
                return new SandboxProcess(process, new Uri(line[Greeting.Length..].Trim()));
        }

        throw new InvalidOperationException("The sandbox did not start.");
    }

    /// <summary>Returns the number of requests, and the number of 429 responses among them.</summary>
    internal async Task<(long Requests, long Refused)> CountAsync()
    {
        using var http = new HttpClient();
        using var statistics = JsonDocument.Parse(await http.GetStringAsync(new Uri(BaseUri, "sandbox/stats")));
        var root = statistics.RootElement;
        return (root.GetProperty("requests").GetInt64(),
            root.GetProperty("byStatus").TryGetProperty("429", out var refused) ? refused.GetInt64() : 0);
    }

    /// <summary>Returns how often the sandbox changed the number and sent the whole response.</summary>
    internal async Task<int> CountAnsweredPutsAsync(string number)
    {
        using var http = new HttpClient();
        using var puts = JsonDocument.Parse(
            await http.GetStringAsync(new Uri(BaseUri, $"sandbox/numbers/{Uri.EscapeDataString(number)}/puts")));
        return puts.RootElement.GetProperty("answered").GetInt32();
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
