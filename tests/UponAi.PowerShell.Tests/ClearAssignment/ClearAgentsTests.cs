using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.ClearAssignment;

/// <summary>
/// Tests Clear-UponAiNumberAssignment -Agent: it removes the given agents, and the other agents share their calls.
/// </summary>
public sealed class ClearAgentsTests
{
    private const string Clear = "Clear-UponAiNumberAssignment -Confirm:$false";

    [Theory]
    [InlineData("New-UponAiAgentRef agent_a | {0} -Number 101")]
    [InlineData("{0} 101 -Agent agent_a")]
    [InlineData("'101' | {0} -Agent agent_a=10%")]
    [InlineData(
        "[pscustomobject]@{{ Number = '101'; InboundAgents = 'agent_x' }} | {0} -Agent @{{ AgentId = 'agent_a' }}")]
    [InlineData("{0} 101 -Agent 'agent_a@1;agent_a@2'")]
    public async Task The_agents_leave_both_directions_and_the_others_keep_their_proportions(string script)
    {
        await using var platform =
            await OfAsync(Number("101", Split("agent_a@1=0.4;agent_b=0.3;agent_c@2=0.3"), Split("agent_a@2")));

        var outcome = await platform.RunAsync(
            script.Replace("{0}", Clear, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace(
                "}}",
                "}",
                StringComparison.Ordinal));

        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
        Assert.Equal(["101"], outcome.Texts);
        Assert.Equal(
            ["""{"outboundAgentId":null,"inboundAgents":[{"agent_id":"agent_b","weight":0.5}"""
                + """,{"agent_id":"agent_c","agent_version":2,"weight":0.5}]}"""],
            platform.ChangesOf("101"));
        Assert.Equal(1, platform.ListCount());
    }

    [Theory]
    [InlineData("-Agent agent_a -Inbound", """{"inboundAgents":[]}""")]
    [InlineData("-Agent agent_a -Outbound", """{"outboundAgentId":"agent_b"}""")]
    [InlineData("-Agent agent_a -Inbound -Webhook", """{"inboundAgents":[],"inboundWebhookUrl":null}""")]
    [InlineData(
        "-Agent agent_a -Webhook",
        """{"outboundAgentId":"agent_b","inboundAgents":[],"inboundWebhookUrl":null}""")]
    public async Task The_switches_name_where_they_leave(string parameters, string change)
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a"), Split("agent_a=0.5;agent_b=0.5")));

        await platform.RunAsync($"{Clear} 101 {parameters}");

        Assert.Equal([change], platform.ChangesOf("101"));
    }

    [Fact]
    public async Task An_agent_that_is_not_bound_is_a_warning_and_a_number_without_any_is_not_sent()
    {
        await using var platform =
            await OfAsync(Number("101", Split("agent_a@3=0.5;agent_b=0.5")), Number("102", Split("agent_c")));

        var outcome = await platform.RunAsync(
            $"'agent_a@3', 'agent_b@7' | New-UponAiAgentRef | {Clear} -Number 101, 102 -Inbound -Verbose");

        Assert.Equal(["101", "102"], outcome.Texts);
        Assert.Equal(
            [
                "101: agent_b@7 is not among the inbound agents, and was not removed.",
                "102: agent_a@3 is not among the inbound agents, and was not removed.",
                "102: agent_b@7 is not among the inbound agents, and was not removed.",
            ],
            outcome.Warnings);
        Assert.Equal(["""{"inboundAgents":[{"agent_id":"agent_b","weight":1}]}"""], platform.ChangesOf("101"));
        Assert.Equal(["101"], platform.ChangedNumbers());
        Assert.Contains("Skipped 102: none of these agents is among the inbound agents.", outcome.Verbose);
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("@()")]
    [InlineData("none")]
    public async Task No_agent_at_all_removes_nobody(string agents)
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        var outcome = await platform.RunAsync($"{Clear} 101 -Agent {agents}; @() | {Clear} -Number 101");

        Assert.Equal("UponAi.InvalidAgentRef", outcome.SingleError().Id());
        Assert.Empty(platform.Server.Requests);
    }

    [Fact]
    public async Task An_unlisted_number_and_a_number_without_agents_in_the_list_are_errors()
    {
        await using var platform = await OfAsync(
            """{"number":"101","workspace_id":7}""",
            Number("103", """[{"agent_id":"agent_a","weight":0.5},{"agent_id":"agent_b","weight":0}]"""));

        var outcome = await platform.RunAsync($"{Clear} 101, 102, 103 -Agent agent_a -Inbound");

        Assert.Equal(["UponAi.InvalidResponse", "UponAi.NotFound", "UponAi.InvalidAgentSplit"], outcome.ErrorIds);
        Assert.Empty(platform.ChangedNumbers());
    }

    [Fact]
    public async Task Agents_and_something_else_through_the_pipeline_remove_nobody()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        var outcome = await platform.RunAsync(
            $"(New-UponAiAgentRef agent_a), @{{ AgentId = 'agent b' }} | {Clear} -Number 101; "
            + $"New-UponAiAgentRef agent_a | {Clear}; New-UponAiAgentRef agent_a | {Clear} -Number 101 "
            + "-Agent agent_b");

        Assert.Equal(
            ["UponAi.InvalidAgentRef", "UponAi.InvalidAgentSplit", "UponAi.InvalidNumber",
                "UponAi.InvalidAgentSplit", "UponAi.InvalidAgentSplit"],
            outcome.ErrorIds);
        Assert.Empty(platform.ChangedNumbers());
    }

    [Fact]
    public async Task The_question_says_who_goes_and_who_remains()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a@3=0.9;agent_b=0.1"), Split("agent_a")));
        platform.Engine.Screen.Answers.Enqueue("No");

        var outcome = await platform.RunAsync("Clear-UponAiNumberAssignment 101 -Agent agent_a");

        Assert.Empty(outcome.Output);
        Assert.Contains(
            "\"Remove agent_a: inbound agent_a@3 90%, agent_b 10% → agent_b; outbound agent_a → none\" on "
            + "target \"101\"",
            Assert.Single(platform.Engine.Screen.Questions),
            StringComparison.Ordinal);
        Assert.Empty(platform.ChangedNumbers());
    }

    [Fact]
    public async Task A_preview_shows_the_same_and_without_a_list_who_would_go()
    {
        await using var listing = await OfAsync(Number("101", Split("agent_a=0.5;agent_b=0.5")), Number("102"));
        await using var refusing = await AnsweringAsync(Reply.Json("""{"error":"no"}""", 403));

        var listed = await listing.RunAsync("Clear-UponAiNumberAssignment 101, 102 -Agent agent_a -Inbound -WhatIf");
        var refused =
            await refusing.RunAsync("Clear-UponAiNumberAssignment 101 -Agent agent_a, agent_b@3 -Webhook -WhatIf");

        Assert.Empty(listed.Output);
        Assert.Equal(
            [
                """What if: Performing the operation "Remove agent_a: inbound agent_a 50%, agent_b 50% → agent_b" """
                    + """on target "101"."""],
            listing.Engine.Screen.WrittenLines.Where(line => line.StartsWith("What if", StringComparison.Ordinal)));
        Assert.Empty(refused.Errors);
        Assert.Equal(
            [
                """What if: Performing the operation "Remove agent_a, agent_b@3 from the agents; """
                    + """remove webhook" on target "101"."""],
            refusing.Engine.Screen.WrittenLines);
    }
}
