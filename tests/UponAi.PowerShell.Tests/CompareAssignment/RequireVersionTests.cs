using UponAi.PowerShell.Tests.Fixtures;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.CompareAssignment;

/// <summary>Tests that -RequireVersion refuses rows with an agent without a version.</summary>
public sealed class RequireVersionTests
{
    private const string Real = "agent_d3c2df14e163c7ca8ac5b1bf38";

    [Fact]
    public async Task A_row_without_a_version_is_an_error_and_the_others_are_sent()
    {
        await using var platform = await OfAsync();

        var outcome = await platform.RunAsync(
            $$"""
            @{ Number = '101'; InboundAgents = '{{Real}}' }, @{ Number = '102'; InboundAgents = '{{Real}}@0' },
            @{ Number = '103'; InboundAgents = 'agent_a@1=90%;agent_b=10%' },
            @{ Number = '104'; InboundAgents = 'none'; OutboundAgents = 'none' },
            @{ Number = '105'; TimeRouting = $true }, @{ Number = '106'; OutboundAgentId = 'agent_a' },
            @{ Number = '107'; OutboundAgentId = 'agent_a'; OutboundAgentVersion = 0 } |
                Set-UponAiNumberAssignment -RequireVersion
            """);

        Assert.Equal(["102", "104", "105", "107"], platform.ChangedNumbers().Order());
        Assert.Equal(["102", "104", "105", "107"], outcome.Texts);
        Assert.All(outcome.ErrorIds, id => Assert.Equal("UponAi.VersionRequired", id));
        Assert.Equal(3, outcome.Errors.Count);
        Assert.Equal(
            $"101: the agent '{Real}' has no version, and -RequireVersion was given. Without a version, "
            + "calls use the latest one, which may be a draft that "
            + $"somebody is editing. Write {Real}@ and the number of a version. Get-UponAiAgent {Real} "
                + "-AllVersions lists the versions.",
            outcome.Errors[0].Exception.Message);
    }

    [Theory]
    [InlineData("Set-UponAiNumberAssignment 101, 102 agent_a -RequireVersion", 2)]
    [InlineData("101, 102 | Set-UponAiNumberAssignment -OutboundAgent agent_a -RequireVersion", 2)]
    [InlineData("New-UponAiAgentRef agent_a | Set-UponAiNumberAssignment 101 -RequireVersion", 1)]
    [InlineData("Get-UponAiNumber | Set-UponAiNumberAssignment -RequireVersion", 1)]
    [InlineData(
        "@{ Number = '101'; InboundAgents = 'agent_b' } | Set-UponAiNumberAssignment -SkipUnchanged -RequireVersion",
        1)]
    [InlineData(
        "@{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment | "
        + "Set-UponAiNumberAssignment -IfUnchanged -RequireVersion",
        1)]
    [InlineData("101 | Set-UponAiNumberAssignment -InboundAgent agent_a -RequireVersion -WhatIf", 1)]
    [InlineData("@{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment -RequireVersion", 1)]
    public async Task Agents_of_parameters_objects_and_comparisons_need_a_version_too(string script, int errors)
    {
        await using var platform = await OfAsync(Number("101", Split("agent_b")));

        var outcome = await platform.RunAsync(script);

        Assert.Equal(Enumerable.Repeat("UponAi.VersionRequired", errors), outcome.ErrorIds);
        Assert.Empty(platform.ChangedNumbers());
    }

    [Theory]
    [InlineData(
        "@{ Number = '101'; InboundAgents = 'agent_a' } | Set-UponAiNumberAssignment -InboundAgent "
        + "agent_c@3 -RequireVersion")]
    [InlineData("101 | Clear-UponAiNumberAssignment -Agent agent_b -Confirm:$false")]
    public async Task A_parameter_replaces_the_agents_of_the_row_and_Clear_is_not_concerned(string script)
    {
        await using var platform = await OfAsync(Number("101", Split("agent_b")));

        var outcome = await platform.RunAsync(script);

        Assert.Empty(outcome.Errors);
        Assert.Single(platform.ChangedNumbers());
    }

    [Fact]
    public async Task A_plan_names_the_line_and_hands_out_no_row_unless_invalid_rows_are_skipped()
    {
        using var folder = new PlanFolder();
        folder.Write("plan.csv", "Number,InboundAgents\n101,agent_a@1\n102,agent_b\n103,none\n");
        folder.Write(
            "agents.csv",
            "Number,Direction,AgentId,AgentVersion\n104,Inbound,agent_a,1\n105,Outbound,agent_b,\n");

        var outcome = await folder.RunAsync(
            """
            Import-UponAiNumberAssignment plan.csv, agents.csv -RequireVersion -WarningAction SilentlyContinue
            Import-UponAiNumberAssignment plan.csv, agents.csv -RequireVersion -SkipInvalid `
                -ErrorAction SilentlyContinue
            """);

        Assert.Equal(["UponAi.VersionRequired", "UponAi.VersionRequired"], outcome.ErrorIds);
        Assert.StartsWith(
            "plan.csv, line 3: 102: the agent 'agent_b' has no version",
            outcome.Errors[0].Exception.Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "agents.csv, line 3: 105: the agent 'agent_b' has no version",
            outcome.Errors[1].Exception.Message,
            StringComparison.Ordinal);
        Assert.Equal(["101", "103", "104"], outcome.Texts);
    }

    [Fact]
    public async Task Comparisons_and_their_summary_show_what_is_not_pinned()
    {
        await using var platform = await OfAsync(
            Number("101", Split("agent_a"), Split("agent_b@2")),
            Number("102", Split("agent_a@1")),
            Number("103", Split("agent_c")));

        var outcome = await platform.RunAsync(
            """
            $plan = @{ Number = '101'; InboundAgents = 'agent_a@3' }, @{ Number = '102'; OutboundAgents = 'agent_b' }
            $plan | Compare-UponAiNumberAssignment -IncludeUnlisted |
                ForEach-Object { "$($_.Number): $($_.CurrentUnpinnedAgents) > $($_.UnpinnedAgents)" }
            $summary = $plan | Compare-UponAiNumberAssignment -IncludeUnlisted -Summary
            "$($summary.WithUnpinnedAgent) $($summary.WithUnpinnedAgentAfter)"
            """);

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            ["101: inbound agent_a > ", "102:  > outbound agent_b", "103: inbound agent_c > inbound agent_c", "2 2"],
            outcome.Texts);
    }
}
