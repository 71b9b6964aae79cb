using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests that the requests for one number arrive in the order of the rows.</summary>
public sealed class SameNumberTests
{
    [Fact]
    public async Task Rows_for_one_number_arrive_in_their_order()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            """
            $rows = foreach ($i in 1..40) { [pscustomobject]@{ Number = "10$($i % 2)"; InboundAgents = "agent_$i" } }
            $rows | Set-UponAiNumberAssignment -ThrottleLimit 8
            """);

        Assert.Equal(
            Agents(1, 40),
            outcome.Output.Select(phone => phone!.Properties["InboundAgents"].Value.ToString()!.Split('=')[0]));
        Assert.Equal(Agents(1, 40).Where((_, i) => i % 2 == 0), Arrived(platform, "101"));
        Assert.Equal(Agents(1, 40).Where((_, i) => i % 2 == 1), Arrived(platform, "100"));
    }

    [Fact]
    public async Task A_row_waits_for_the_answer_to_the_row_before_it_for_the_same_number_while_others_go_on()
    {
        var release = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Body.Contains("agent_1\"", StringComparison.Ordinal) ? ConnectedPlatform.Agree(request).After(
                release.Task) : ConnectedPlatform.Agree(request)));

        using var running = platform.Engine.Start(
            """
            $rows = foreach ($i in 1..7) {
                [pscustomobject]@{ Number = (101, 101, 102, 103, 104, 105, 106)[$i - 1]; InboundAgents = "agent_$i" }
            }
            $rows | Set-UponAiNumberAssignment -ThrottleLimit 8
            """);
        await platform.Server.WaitForRequestsAsync(6, TestTimeout.Token);
        var beforeTheAnswer = Arrived(platform, "101");
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(["agent_1"], beforeTheAnswer);
        Assert.Equal(["agent_1", "agent_2"], Arrived(platform, "101"));
        Assert.Equal(["101", "101", "102", "103", "104", "105", "106"], outcome.Texts);
    }

    [Fact]
    public async Task A_row_is_sent_although_the_row_before_it_for_the_same_number_failed()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json("{}", 400),
            Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("101"))));

        var outcome = await platform.RunAsync(
            "@{ Number = '101'; InboundAgents = 'agent_1' }, @{ Number = '101'; InboundAgents = "
            + "'agent_2' } | Set-UponAiNumberAssignment");

        Assert.Equal(["UponAi.InvalidAssignment"], outcome.ErrorIds);
        Assert.Equal(["101"], outcome.Texts);
        Assert.Equal(["agent_1", "agent_2"], Arrived(platform, "101"));
    }

    [Fact]
    public async Task Different_spellings_of_a_number_are_one_number()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            "'+14155550100', '+1 (415) 555-0100', '+1.415.555.0100' | Set-UponAiNumberAssignment "
            + "-InboundAgent agent_1 -ThrottleLimit 8");

        Assert.Equal(["+14155550100", "+14155550100", "+14155550100"], platform.Numbers);
        Assert.Equal(1, platform.Server.ConnectionCount);
    }

    private static IEnumerable<string> Agents(int first, int count) =>
        Enumerable.Range(first, count).Select(i => $"agent_{i}");

    private static List<string> Arrived(ConnectedPlatform platform, string number) =>
    [
        .. platform.Server.Requests
            .Where(request => request.Target.Contains($"/{number}/", StringComparison.Ordinal))
            .Select(request => "agent_" + request.Body.Split("agent_")[^1].Split('"')[0]),
    ];
}
