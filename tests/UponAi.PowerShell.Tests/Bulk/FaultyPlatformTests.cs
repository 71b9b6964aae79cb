using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests runs on a platform with a fault in every fifth response: 429, 503, a reset, a truncated or a slow body. The
/// platform also limits the requests, or has slow responses or an outage.
/// </summary>
public sealed class FaultyPlatformTests
{
    private static readonly int Rows = ManyRows.Count(here: 1000, inCI: 3000);
    private const int LimitedRows = 300;

    private static readonly SandboxOptions Faulty = new()
    {
        FaultRate = 0.2, Seed = 7, SlowBodyDelay = TimeSpan.FromMilliseconds(20),
    };

    private static readonly Dictionary<string, SandboxOptions> Platforms = new()
    {
        ["bucket"] = Faulty with { RateLimit = 200, Burst = 20 },
        ["bucket without a hint"] = Faulty with { RateLimit = 50, Burst = 1, RetryAfter = 0 },
        ["sliding window with too short a hint"] =
            Faulty with { RateLimit = 200, RatePeriod = TimeSpan.FromSeconds(3), RateWindow = RateWindow.Sliding,
                RetryAfter = 1 },
        ["fixed window"] =
            Faulty with { RateLimit = 200, RatePeriod = TimeSpan.FromSeconds(2), RateWindow = RateWindow.Fixed },
        ["concurrency"] = Faulty with { MaxConcurrent = 4, Latency = TimeSpan.FromMilliseconds(20) },
        ["slow responses"] = Faulty with { SlowRate = 0.05, SlowLatency = TimeSpan.FromSeconds(2) },
        ["bad gateways"] = Faulty with { ErrorRate = 0.1 },
        ["outage"] = Faulty with
        {
            OutageAfter = TimeSpan.FromSeconds(3), OutageLength = TimeSpan.FromSeconds(3),
            Latency = TimeSpan.FromMilliseconds(200),
        },
    };

    public static TheoryData<string> PlatformNames => [.. Platforms.Keys];

    [Fact]
    public Task Every_row_ends_once_and_where_it_says_so_the_platform_is_as_planned() =>
        AssertEveryRowEndsAsync(Faulty, Rows, throttleLimit: 64);

    [Theory]
    [MemberData(nameof(PlatformNames))]
    public Task Every_row_ends_once_on_a_platform_with_more_faults(string name) =>
        AssertEveryRowEndsAsync(Platforms[name], LimitedRows, throttleLimit: 16);

    private static async Task AssertEveryRowEndsAsync(SandboxOptions platform, int rows, int throttleLimit)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(platform with { Numbers = rows });

        var outcome = await sandbox.Engine.RunAsync(
            ConnectedSandbox.Rows
                + " | Set-UponAiNumberAssignment -ThrottleLimit $limit -WarningAction SilentlyContinue 2>&1",
            ("count", rows),
            ("limit", throttleLimit));

        var ended = outcome.Output
            .Select(item => item!.BaseObject is ErrorRecord error
                ? (Number: NumberOf(error), IsDone: false)
                : (Number: item.ToString(), IsDone: true))
            .ToList();
        Assert.Equal(Enumerable.Range(0, rows).Select(ConnectedSandbox.Number), ended.Select(row => row.Number));
        Assert.All(ended.Where(row => row.IsDone), row => ConnectedSandbox.AssertPlanned(sandbox.Server, row.Number));
        Assert.InRange(ended.Count(row => row.IsDone), rows * 99 / 100, rows);
        Assert.True(sandbox.Server.Requests.Total > rows * 11 / 10);
    }

    private static string NumberOf(ErrorRecord error) =>
        ((PSObject)error.TargetObject).Properties["Number"].Value.ToString()!;
}
