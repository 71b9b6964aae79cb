using System.Diagnostics;
using System.Globalization;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Measures the runbooks of examples/azure-automation in the host's PowerShell, with the tests' substitutes for Azure:
/// the memory of one job, and the rate of four jobs together.
/// </summary>
internal static class Runbook
{
    private const int MemoryRows = 100_000;
    private const double MostMemory = 200;
    private const int Shards = 4;
    private const int ShardRows = 6_000;
    private const int Allowed = 200;
    private const double LeastShare = 0.85;

    internal static async Task<IEnumerable<Line>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("UponAi runbook ");
        try
        {
            return [.. await MeasureMemoryAsync(folder.FullName), .. await MeasureShardsAsync(folder.FullName)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Line[]> MeasureMemoryAsync(string folder)
    {
        using var platform = await SandboxProcess.StartAsync(MemoryRows);
        using var empty = await SandboxProcess.StartAsync(0);
        await WritePlanAsync(folder, MemoryRows);
        var engine = await MebibytesAsync(folder, platform, "");
        return [await AboveAsync("every row succeeds", platform), await AboveAsync("every row fails", empty)];

        async Task<Line> AboveAsync(string what, SandboxProcess sandbox)
        {
            const string Script = "try { & \"$($azure.Runbooks)/Invoke-UponAiPlan.ps1\" @plan *> $null } catch { }";
            var above = await MebibytesAsync(folder, sandbox, Script) - engine;
            return new Line(
                $"runbook, {MemoryRows:N0} rows, {what}: peak memory above the engine",
                FormattableString.Invariant($"{above:0} MiB"),
                null,
                $"< {MostMemory} MiB",
                above < MostMemory);
        }
    }

    private static async Task<Line[]> MeasureShardsAsync(string folder)
    {
        using var sandbox = await SandboxProcess.StartAsync(ShardRows, "--rate-limit", $"{Allowed}", "--burst", "20");
        await WritePlanAsync(folder, ShardRows);
        var jobs = RunHostAsync(folder, sandbox, $$"""
            $shards = @{ ResourceGroup = 'r'; AutomationAccount = 'a'; ShardCount = {{Shards}}; PollingInterval = 1 }
            & "$($azure.Runbooks)/Invoke-UponAiPlanInShards.ps1" @shards -PlanParameters $plan > $null
            $failed = Get-Item "$($azure.Folder)/blobs/plan.csv.result/failed-*-of-{{Shards}}.csv"
            @($failed | ForEach-Object { Import-Csv $_.FullName }).Count
            """);
        // In the first fifth the jobs find the rate, and in the last tenth some jobs have ended.
        var (begin, first) = await WaitForAcceptedAsync(sandbox, ShardRows / 5, jobs);
        var (end, last) = await WaitForAcceptedAsync(sandbox, ShardRows * 9 / 10, jobs);
        var share = (last - first) / ((end - begin).TotalSeconds * Allowed);
        var failed = int.Parse(await jobs, CultureInfo.InvariantCulture);
        return
        [
            new($"{Shards} shards in processes, {ShardRows:N0} rows: failed rows", $"{failed}", null, "0", failed == 0),
            new(
                $"{Shards} shards together, of the {Allowed}/s that the platform allows",
                share.ToString("0.0%", CultureInfo.InvariantCulture),
                null,
                $">= {LeastShare:0.0%}",
                share >= LeastShare),
        ];
    }

    private static async Task<(TimeSpan At, long Accepted)> WaitForAcceptedAsync(
        SandboxProcess sandbox, int goal, Task jobs)
    {
        while (true)
        {
            var (requests, refused) = await sandbox.CountAsync();
            var accepted = requests - refused;
            if (accepted >= goal || jobs.IsCompleted) return (Stopwatch.GetElapsedTime(0), accepted);
            await Task.Delay(50);
        }
    }

    private static async Task WritePlanAsync(string folder, int rows)
    {
        Directory.CreateDirectory(Path.Combine(folder, "blobs"));
        await Rows.WriteAsync(Path.Combine(folder, "blobs", "plan.csv"), rows);
    }

    private static async Task<double> MebibytesAsync(string folder, SandboxProcess sandbox, string script)
    {
        const string Peak = "\n[Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64";
        var printed = await RunHostAsync(folder, sandbox, script + Peak);
        return long.Parse(printed, CultureInfo.InvariantCulture) / (1024d * 1024d);
    }

    /// <summary>Runs a script in the host, and returns the last line that it prints.</summary>
    private static async Task<string> RunHostAsync(string folder, SandboxProcess sandbox, string script)
    {
        var prepare = $$"""
            . '{{RepositoryFiles.AzureStandIns}}'
            $platform = [pscustomobject]@{ BaseUri = '{{sandbox.BaseUri}}'; Token = '{{SandboxProcess.Token}}' }
            $azure = Initialize-Azure '{{folder}}' $platform
            $plan = @{ StorageAccount = 's'; Container = 'c'; Plan = 'plan.csv' }
            $plan.AccountSid = '{{SandboxProcess.Scope.AccountSid}}'
            $plan.WorkspaceId = {{SandboxProcess.Scope.WorkspaceId}}

            """;
        string[] arguments = [RepositoryFiles.Host, "-NoProfile", "-NonInteractive", "-Command", prepare + script];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
        };
        start.Environment["UPONAI_BASE_URI"] = sandbox.BaseUri.ToString();
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The host failed: {printed}");
        return printed.TrimEnd().Split('\n')[^1].Trim();
    }
}
