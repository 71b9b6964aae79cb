using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests that a stopped command ends at once and leaves no request in flight.</summary>
public sealed class StopTests
{
    [Theory]
    [InlineData("101..104 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 4")]
    [InlineData("101..200 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 4")]
    [InlineData("Clear-UponAiNumberAssignment 101, 102, 103, 104 -Confirm:$false")]
    [InlineData("101..104 | Set-UponAiNumberAssignment -InboundAgent agent_a | Select-Object -First 1")]
    public async Task Ctrl_C_ends_requests_that_get_no_answer(string script)
    {
        await using var platform =
            await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(_ => Reply.Silence()), "");

        using var running = platform.Engine.Start(script);
        await platform.Server.WaitForRequestsAsync(4, TestTimeout.Token);
        running.Stop();

        var outcome = await running.EndAsync();
        Assert.Empty(outcome.Output);
        Assert.DoesNotContain(outcome.ErrorIds, id => id.StartsWith("UponAi", StringComparison.Ordinal));
        await platform.Server.WaitForClosedConnectionsAsync(4, TestTimeout.Token);
        Assert.Equal(4, platform.Server.Requests.Count);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_wait_between_attempts()
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(_ => Reply.Json("{}", 503, ("Retry-After", "60")).ThenClose()),
            "");

        using var running = platform.Engine.Start("101 | Set-UponAiNumberAssignment -InboundAgent agent_a");
        await platform.Server.WaitForClosedConnectionsAsync(1, TestTimeout.Token);
        running.Stop();

        Assert.Empty((await running.EndAsync()).Output);
        Assert.Single(platform.Bodies);
    }

    [Fact]
    public async Task Ctrl_C_keeps_what_came_out_before()
    {
        await using var platform =
            await ConnectedPlatform.AnsweringNumbersAsync(number => number == "102" ? Reply.Silence() : null);

        var seen = new TaskCompletionSource();
        using var running = platform.Engine.Start(
            "101, 102 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 1 | "
            + "ForEach-Object { $_; $seen.SetResult() }",
            ("seen", seen));
        await platform.Server.WaitForRequestsAsync(2, TestTimeout.Token);
        await seen.Task.WaitAsync(TestTimeout.Token);
        running.Stop();

        Assert.Equal(["101"], (await running.EndAsync()).Texts);
    }

    [Fact]
    public async Task Select_Object_First_ends_the_requests_that_get_no_answer()
    {
        await using var platform =
            await ConnectedPlatform.AnsweringNumbersAsync(number => number == "101" ? Answer(number) : Reply.Silence());

        using var running = platform.Engine.Start(
            "101..400 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 4 | Select-Object -First 1");
        var outcome = await running.EndAsync();

        Assert.Equal("101", outcome.Single().ToString());
        await platform.WaitForClosedRequestsAsync();
        Assert.InRange(platform.Server.Requests.Count, 1, 16);
    }

    [Fact]
    public async Task A_caller_that_stops_at_the_first_error_ends_the_other_requests()
    {
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(
            number => number == "101" ? Reply.Json("{}", 400).ThenClose() : Reply.Silence());

        var outcome = await platform.RunAsync(
            "try { 101..104 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 4 "
            + "-ErrorAction Stop } catch { $_.FullyQualifiedErrorId }");

        Assert.StartsWith("UponAi.InvalidAssignment", outcome.Texts[0], StringComparison.Ordinal);
        await platform.WaitForClosedRequestsAsync();
    }

    [Fact]
    public async Task The_connection_can_be_used_again_afterwards()
    {
        await using var platform =
            await ConnectedPlatform.AnsweringNumbersAsync(number => number == "101" ? Reply.Silence() : null);

        using (var running = platform.Engine.Start("Set-UponAiNumberAssignment 101 agent_a"))
        {
            await platform.Server.WaitForRequestsAsync(1, TestTimeout.Token);
            running.Stop();
            await running.EndAsync();
        }

        Assert.Equal("102", (await platform.RunAsync("Set-UponAiNumberAssignment 102 agent_a")).Single().ToString());
    }

    // A connection with a response would stay open for the next request.
    private static Reply Answer(string number) =>
        Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(number))).ThenClose();
}
