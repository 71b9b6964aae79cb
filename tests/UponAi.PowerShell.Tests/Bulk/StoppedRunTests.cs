using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests runs that end early with 64 requests in flight. All requests are cancelled, the journal lists each as unknown,
/// and the next run continues.
/// </summary>
public sealed class StoppedRunTests : IDisposable
{
    private const int InFlight = 64;
    private const string Set =
        "1001..1200 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 64 -JournalPath $journal";

    private static readonly (string, string) Closing = ("Connection", "close");

    private readonly JournalPath journal = new();
    private readonly TaskCompletionSource release = new();
    private bool isWell;

    [Fact]
    public async Task Ctrl_C_ends_the_run()
    {
        await using var platform = await ConnectedAsync(_ => Reply.Silence());

        using var running = platform.Engine.Start(Set, ("journal", journal.Value));
        await WaitForRequestsInFlightAsync(platform);
        running.Stop();
        var outcome = await running.EndAsync();

        Assert.Empty(outcome.Output);
        await AssertEndedAsync(platform, "unknown", 0);
    }

    [Fact]
    public async Task Select_Object_ends_the_run()
    {
        await using var platform = await ConnectedAsync(
            request =>
                Array.Exists(["1001", "1002", "1003"], number => IsFor(request, number)) ? Held(
                    Reply.Json(UpdateAnswers.Agreeing(request), 200, Closing)) : Reply.Silence());

        var outcome = await EndAsync(platform, Set + " | Select-Object -First 3");

        Assert.Equal(["1001", "1002", "1003"], outcome.Texts);
        Assert.Empty(outcome.Errors);
        await AssertEndedAsync(platform, "succeeded", 3);
    }

    [Fact]
    public async Task ErrorAction_Stop_ends_the_run()
    {
        await using var platform = await ConnectedAsync(
            request => IsFor(request, "1001") ? Held(Reply.Json("{}", 400, Closing)) : Reply.Silence());

        var outcome = await EndAsync(platform, Set + " -ErrorAction Stop");

        Assert.Equal("UponAi.InvalidAssignment", outcome.ErrorIds[^1]);
        await AssertEndedAsync(platform, "failed", 1);
    }

    [Fact]
    public async Task An_error_further_down_the_pipeline_ends_the_run()
    {
        await using var platform = await ConnectedAsync(
            request =>
                IsFor(request, "1001") ? Held(
                    Reply.Json(UpdateAnswers.Agreeing(request), 200, Closing)) : Reply.Silence());

        var outcome = await EndAsync(platform, Set + " | ForEach-Object { throw 'enough' }");

        Assert.Equal("enough", outcome.SingleError().Message());
        await AssertEndedAsync(platform, "succeeded", 1);
    }

    [Fact]
    public async Task An_error_of_the_command_that_makes_the_rows_ends_the_run()
    {
        await using var platform = await ConnectedAsync(_ => Reply.Silence());

        using var running = platform.Engine.Start(
            "& { 1001..1064; [void]$release.Wait(); throw 'enough' } "
                + Set[Set.IndexOf('|', StringComparison.Ordinal)..],
            ("journal", journal.Value),
            ("release", release.Task));
        await WaitForRequestsInFlightAsync(platform);
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal("enough", outcome.SingleError().Message());
        await AssertEndedAsync(platform, "unknown", 0);
    }

    public void Dispose() => journal.Dispose();

    private Task<ConnectedPlatform> ConnectedAsync(Func<ReceivedRequest, Reply> script) =>
        ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(
                request => isWell || request.Method == "GET" ? ConnectedPlatform.Agree(request) : script(request)),
            // No request times out before 64 requests have arrived, even on a busy machine.
            "-MaximumRetryCount 0 -AttemptTimeout 600 -TotalTimeout 600");

    // The platform answers nothing until this number of requests is in flight. A connection with a response would stay
    // open, and the next request must not use a connection that is about to close.
    private Reply Held(Reply reply) => reply.ThenClose().After(release.Task);

    private async Task<Outcome> EndAsync(ConnectedPlatform platform, string script)
    {
        using var running = platform.Engine.Start(script, ("journal", journal.Value));
        await WaitForRequestsInFlightAsync(platform);
        release.SetResult();
        return await running.EndAsync();
    }

    // One more request: the list of numbers for the journal.
    private static async Task WaitForRequestsInFlightAsync(ConnectedPlatform platform)
    {
        try
        {
            await platform.Server.WaitForRequestsAsync(InFlight + 1, TestTimeout.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail(
                $"Of {InFlight} requests {platform.Numbers.Count} arrived, over "
                + $"{platform.Server.ConnectionCount} connections.");
        }
    }

    private async Task AssertEndedAsync(ConnectedPlatform platform, string outcome, int ended)
    {
        await platform.WaitForClosedRequestsAsync();

        var lines = journal.Lines;
        Assert.Subset(lines.Select(line => line.Split(' ')[0]).ToHashSet(), platform.Numbers.ToHashSet());
        Assert.Equal(lines.Count, lines.Select(line => line.Split(' ')[0]).Distinct().Count());
        Assert.True(lines.Count >= InFlight);
        Assert.Equal(
            Enumerable.Range(1001, ended).Select(number => $"{number} {outcome}"),
            lines.Where(line => !line.EndsWith(" unknown", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        isWell = true;
        var succeeded = journal.Succeeded;
        var before = platform.Numbers.Count;
        var again = await platform.RunAsync(Set, ("journal", journal.Value));
        Assert.Empty(again.Errors);
        Assert.Equal(200 - succeeded.Count, again.Output.Count);
        Assert.Empty(platform.Numbers.Skip(before).Intersect(succeeded));
    }

    private static bool IsFor(ReceivedRequest request, string number) =>
        request.Target.Contains($"/{number}/", StringComparison.Ordinal);
}
