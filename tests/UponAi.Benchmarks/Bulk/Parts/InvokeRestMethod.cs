using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>What scripts do today, in a real PowerShell, where there is one.</summary>
internal static class InvokeRestMethod
{
    private const int Rows = 1_000;

    private static readonly (string Name, string Loop)[] Loops =
    [
        ("Invoke-RestMethod in a loop", "foreach ($uri in $uris) { $null = Invoke-RestMethod -Uri $uri @request }"),
        ($"ForEach-Object -Parallel -ThrottleLimit {BulkOptions.InFlight}", $"$uris | ForEach-Object -Parallel {{ $request = $using:request; $null = Invoke-RestMethod -Uri $_ @request }} -ThrottleLimit {BulkOptions.InFlight}"),
    ];

    internal static async Task<IEnumerable<Line>> RunAsync()
    {
        if (!IsThere()) return [new Line("Invoke-RestMethod", "pwsh is not on the PATH")];
        using var sandbox = await SandboxProcess.StartAsync(Rows);
        List<Line> lines = [];
        foreach (var (name, loop) in Loops)
        {
            using var pwsh = Process.Start(new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", "-Command", Script(sandbox.BaseUri, loop)]) { RedirectStandardOutput = true })!;
            var seconds = double.Parse(await pwsh.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture);
            await pwsh.WaitForExitAsync();
            lines.Add(new Line(name, FormattableString.Invariant($"{Rows / seconds:N0} rows/s")));
        }

        return lines;
    }

    private static string Script(Uri platform, string loop) => $$"""
        $ProgressPreference = 'SilentlyContinue'
        $uris = foreach ($i in 0..{{Rows - 1}}) { "{{platform}}api/numbers/%2B$(19990000000 + $i)/agent" }
        $request = @{ Method = 'Put'; ContentType = 'application/json'; Headers = @{ Authorization = 'Bearer {{SandboxProcess.Token}}' }; Body = '{{Encoding.UTF8.GetString(Bulk.Rows.Body)}}' }
        $null = Invoke-RestMethod -Uri $uris[0] @request
        (Measure-Command { {{loop}} }).TotalSeconds.ToString([cultureinfo]::InvariantCulture)
        """;

    private static bool IsThere() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")));
}
