using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.CompareAssignment;

/// <summary>Tests Compare-UponAiNumberAssignment with a plan and the current state.</summary>
public sealed class CompareTests
{
    [Fact]
    public async Task Each_row_becomes_a_comparison_and_the_list_is_read_once()
    {
        await using var platform = await OfAsync(
            Number(
                "101", Split("agent_a@3=0.9;agent_b=0.1"), webhook: "\"https://example.com/old\"", timeRouting: "true"),
            Number("102", Split("agent_b")));

        var outcome = await platform.RunAsync(
            """
            @{
                Number            = '101'
                InboundAgents     = 'agent_b=10%;agent_a@3=90%'
                InboundWebhookUrl = 'none'
                TimeRouting       = 'false'
            },
            [pscustomobject]@{ Number = 102; InboundAgents = 'agent_b' },
            @{ Number = '103'; OutboundAgents = 'none' } | Compare-UponAiNumberAssignment | ForEach-Object {
                "$($_.Number) $($_.Status) $($_.AccountSid)/$($_.WorkspaceId)"
                "in $($_.CurrentInboundAgents -join ';') > $($_.InboundAgents)"
                "out $($_.CurrentOutboundAgents) > $($_.OutboundAgents)"
                "hook $($_.CurrentInboundWebhookUrl) > $($_.InboundWebhookUrl)"
                "time $($_.CurrentTimeRouting) > $($_.TimeRouting)"
            }
            """);

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            [
                "101 Changed AC1/7", "in agent_a@3=0.9;agent_b=0.1 > ", "out none > ",
                "hook https://example.com/old > none", "time True > False",
                "102 Unchanged AC1/7", "in agent_b=1 > ", "out none > ", "hook none > ", "time False > ",
                "103 NotFound AC1/7", "in  > ", "out  > none", "hook  > ", "time  > ",
            ],
            outcome.Texts);
        // The list of agents has two pages.
        Assert.Equal(
            ["/api/numbers/AC1", "/api/agents", "/api/agents"],
            platform.Server.Requests.Select(request => request.Target.Split('?')[0]));
    }

    [Fact]
    public async Task OnlyChanged_leaves_out_what_holds_and_keeps_what_is_not_found()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")), Number("102"));

        var outcome = await platform.RunAsync(
            "'101', '102', '103' | ForEach-Object { @{ Number = $_; InboundAgents = 'agent_a' } } | "
            + "Compare-UponAiNumberAssignment -OnlyChanged");

        Assert.Equal(["102 Changed", "103 NotFound"], outcome.Texts);
    }

    [Fact]
    public async Task Phone_numbers_that_were_saved_show_what_drifted()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")), Number("102"));

        var outcome = await platform.RunAsync(
            """
            $saved = @{ Number = '101'; TimeRouting = $false }, @{ Number = '102'; InboundAgents = 'agent_a' } |
                Set-UponAiNumberAssignment
            $saved | Compare-UponAiNumberAssignment
            """);

        Assert.Equal(["101 Unchanged", "102 Changed"], outcome.Texts);
    }

    [Fact]
    public async Task After_a_changed_row_a_later_row_of_the_number_is_not_compared_with_the_list()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        var outcome = await platform.RunAsync(
            "'agent_a', 'agent_b', 'agent_a' | ForEach-Object { @{ Number = '101'; InboundAgents = $_ } "
            + "} | Compare-UponAiNumberAssignment | ForEach-Object { \"$_ $($_.InboundAgents)\" }");

        Assert.Equal(["101 Unchanged ", "101 Changed agent_b=1", "101 Changed agent_a=1"], outcome.Texts);
    }

    [Fact]
    public async Task Each_account_has_its_own_list_and_a_number_is_looked_for_in_its_workspace()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        var outcome = await platform.RunAsync(
            """
            @{ Number = '101'; InboundAgents = 'agent_a' },
            @{ Number = '101'; InboundAgents = 'agent_a'; WorkspaceId = '8' },
            @{ Number = '101'; InboundAgents = 'agent_a'; AccountSid = 'AC2' } |
                Compare-UponAiNumberAssignment | ForEach-Object { "$_ $($_.AccountSid)/$($_.WorkspaceId)" }
            @{ Number = '101'; InboundAgents = 'agent_a'; AccountSid = 'AC2' } |
                Compare-UponAiNumberAssignment -AccountSid AC3 -WorkspaceId 7 | ForEach-Object { "$_ $($_.AccountSid)" }
            """);

        Assert.Equal(
            ["101 Unchanged AC1/7", "101 NotFound AC1/8", "101 Unchanged AC2/7", "101 Unchanged AC3"],
            outcome.Texts);
        Assert.Equal(["/api/numbers/AC1", "/api/numbers/AC2", "/api/numbers/AC3"],
            platform.Server.Requests.Where(request => !IsForAgents(request)).Select(request => request.Target));
    }

    [Fact]
    public async Task A_bad_row_is_its_own_error_and_the_others_go_on()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        var outcome = await platform.RunAsync(
            """
            @{ Number = '..'; InboundAgents = 'agent_a' }, @{ Number = '101'; InboundAgents = 'agent_a=50' },
            @{ Number = '101'; Inboundagnets = 'agent_a' }, '101', $null, (New-UponAiAgentRef agent_a),
            @{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment
            """);

        Assert.Equal(["101 Unchanged"], outcome.Texts);
        Assert.Equal(
            ["UponAi.InvalidNumber", "UponAi.InvalidAgentSplit", "UponAi.NothingToSet", "UponAi.NothingToSet",
                "UponAi.InvalidRow", "UponAi.InvalidRow"],
            outcome.ErrorIds);
        Assert.Equal(
            ["Column 'Inboundagnets' is not known and was not read. Did you mean 'InboundAgents'?"],
            outcome.Warnings);
    }

    [Fact]
    public async Task The_summary_counts_a_null_row_as_invalid_and_as_drift()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        var outcome = await platform.RunAsync(
            "$null, @{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment -Summary | "
            + "ForEach-Object { \"$($_.Rows) $($_.Invalid) $($_.HasDrift)\" }");

        Assert.Equal(["UponAi.InvalidRow"], outcome.ErrorIds);
        Assert.Equal(["2 1 True"], outcome.Texts);
    }

    [Fact]
    public async Task Nothing_piped_is_an_error() =>
        Assert.Equal(
            "UponAi.InvalidRow",
            (await ConnectedPlatform.RefusalOfAsync("Compare-UponAiNumberAssignment")).Id());

    [Fact]
    public async Task A_list_that_fails_is_the_error_of_each_row_and_requested_once()
    {
        await using var platform = await AnsweringAsync(Reply.Json("""{"error":"no"}""", 403));

        var outcome = await platform.RunAsync(
            "'101', '102' | ForEach-Object { @{ Number = $_; InboundAgents = 'agent_a' } } | "
            + "Compare-UponAiNumberAssignment");

        Assert.Equal(["UponAi.Forbidden", "UponAi.Forbidden"], outcome.ErrorIds);
        Assert.Equal(1, platform.ListCount());
    }

    [Fact]
    public async Task Without_a_connection_there_is_nothing_to_compare_with()
    {
        using var engine = new Engine();

        var outcome =
            await engine.RunAsync("@{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment");

        Assert.Equal("UponAi.NotConnected", outcome.SingleError().Id());
    }
}
