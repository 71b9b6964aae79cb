using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.SetAssignment;

/// <summary>
/// Tests that -WhatIf shows the current value beside the new value if the list of numbers is available.
/// </summary>
public sealed class WhatIfCurrentValueTests
{
    [Fact]
    public async Task The_current_and_the_new_value_are_shown_after_one_list_request()
    {
        await using var platform = await OfAsync(
            Number(
                "101", Split("agent_a@3=0.9;agent_b=0.1"), webhook: "\"https://example.com/\\u001b[31mold\"",
                timeRouting: "true"),
            Number("102", outbound: Split("agent_c")));

        var outcome = await platform.RunAsync(
            """
            @{
                Number            = '101'
                InboundAgents     = 'agent_b'
                OutboundAgents    = 'none'
                InboundWebhookUrl = 'https://example.com/new'
                TimeRouting       = 1
            },
            @{ Number = '102'; OutboundAgents = 'none' }, @{ Number = '103'; InboundAgents = 'agent_b' } |
                Set-UponAiNumberAssignment -WhatIf
            """);

        Assert.Empty(outcome.Output);
        Assert.Empty(outcome.Errors);
        Assert.Equal(
            [
                """What if: Performing the operation "Inbound agent_a@3 90%, agent_b 10% → agent_b; """
                    + """outbound stays none; webhook https://example.com/old → https://example.com/new; """
                    + """time routing stays on" on target "101".""",
                """What if: Performing the operation "Outbound agent_c → none" on target "102".""",
                """What if: Performing the operation "Set inbound to agent_b (the account does not list this """
                    + """number in the workspace)" on target "103".""",
            ],
            platform.Engine.Screen.WrittenLines);
        Assert.Equal(
            ["GET /api/agents", "GET /api/agents", "GET /api/numbers/AC1"],
            platform.Server.Requests.Select(request => $"{request.Method} {request.Target.Split('?')[0]}"));
    }

    [Fact]
    public async Task A_number_of_another_workspace_is_shown_with_that_workspace()
    {
        await using var platform = await OfAsync("""{"number":"101","workspace_id":8,"inbound_agents":[]}""");

        var outcome = await platform.RunAsync(
            "Set-UponAiNumberAssignment 101 agent_a -WhatIf; Clear-UponAiNumberAssignment 101 -Agent agent_a "
            + "-Confirm:$false");

        Assert.Equal(
            """What if: Performing the operation "Set inbound to agent_a (the account does not list this number in """
            + """the workspace, but in workspace 8)" on target "101".""",
            platform.Engine.Screen.WrittenLines[0]);
        Assert.Equal(
            "The platform lists no number 101 in the account and workspace. The account has the number in workspace "
            + "8. Correct the number, or give -AccountSid and -WorkspaceId.",
            outcome.SingleError().Message());
        Assert.Empty(platform.ChangedNumbers());
    }

    [Fact]
    public async Task A_further_row_for_a_number_is_on_top_of_the_one_before()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        await platform.RunAsync(
            "'agent_b', 'agent_a' | ForEach-Object { @{ Number = '101'; InboundAgents = $_ } } | "
            + "Set-UponAiNumberAssignment -WhatIf");

        Assert.Equal(
            [
                """What if: Performing the operation "Inbound agent_a → agent_b" on target "101".""",
                """What if: Performing the operation "Set inbound to agent_a" on target "101".""",
            ],
            platform.Engine.Screen.WrittenLines);
    }

    [Fact]
    public async Task Where_the_list_is_refused_only_what_is_to_be_is_shown()
    {
        await using var platform = await AnsweringAsync(Reply.Json("""{"error":"no"}""", 403));

        var outcome =
            await platform.RunAsync("'101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_a -WhatIf -Verbose");

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            ["""What if: Performing the operation "Set inbound to agent_a" on target "101".""",
                """What if: Performing the operation "Set inbound to agent_a" on target "102"."""],
            platform.Engine.Screen.WrittenLines.Where(line => line.StartsWith("What if", StringComparison.Ordinal)));
        Assert.Collection(
            outcome.Verbose,
            line => Assert.StartsWith("GET /api/agents: 200, ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("GET /api/agents: 200, ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("GET /api/numbers/AC1: 403, ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("The current values are not shown: ", line, StringComparison.Ordinal));
        Assert.Equal(1, platform.ListCount());
    }

    [Fact]
    public async Task A_refused_list_of_one_account_concerns_only_the_numbers_of_that_account()
    {
        await using var platform = await OneAccountAsync();

        await platform.RunAsync(
            "@{ Number = '101'; AccountSid = 'AC2' }, @{ Number = '102'; AccountSid = 'AC1' }, "
            + "@{ Number = '103'; AccountSid = 'AC1' } | "
            + "Set-UponAiNumberAssignment -InboundAgent agent_a -SkipUnchanged -WhatIf");

        Assert.Equal(
            [
                """What if: Performing the operation "Set inbound to agent_a" on target "101".""",
                """What if: Performing the operation "Inbound none → agent_a" on target "102".""",
            ],
            platform.Engine.Screen.WrittenLines);
    }

    [Fact]
    public async Task A_row_of_the_list_without_a_readable_number_is_explained_once()
    {
        await using var platform = await OfAsync("""{"number":{},"workspace_id":7}""");

        var outcome = await platform.RunAsync(
            "101..103 | Set-UponAiNumberAssignment -InboundAgent none -WhatIf -Verbose");

        Assert.Equal(3, platform.Engine.Screen.WrittenLines.Count(
            line => line.StartsWith("What if", StringComparison.Ordinal)));
        Assert.StartsWith(
            "The current values are not shown: The list may have 101 in a row that cannot be read: ",
            Assert.Single(outcome.Verbose, line => !line.StartsWith("GET ", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_list_without_a_response_no_further_account_is_listed()
    {
        await using var platform = await OneAccountAsync(Reply.Hangup());

        await platform.RunAsync(
            "@{ Number = '102'; AccountSid = 'AC1' }, @{ Number = '101'; AccountSid = 'AC2' }, "
            + "@{ Number = '101'; AccountSid = 'AC3' }, @{ Number = '102'; AccountSid = 'AC1' } | "
            + "Set-UponAiNumberAssignment -OutboundAgent none -WhatIf");

        Assert.Equal(
            [
                """What if: Performing the operation "Outbound stays none" on target "102".""",
                """What if: Performing the operation "Remove outbound" on target "101".""",
                """What if: Performing the operation "Remove outbound" on target "101".""",
                """What if: Performing the operation "Remove outbound" on target "102".""",
            ],
            platform.Engine.Screen.WrittenLines);
        Assert.DoesNotContain(
            platform.Server.Requests, request => request.Target.EndsWith("/AC3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IfUnchanged_checks_the_account_with_a_list_after_the_list_of_another_account_was_refused()
    {
        await using var platform = await OneAccountAsync();

        var outcome = await platform.RunAsync(
            """
            $compared = @{ Number = '103'; InboundAgents = 'agent_c' } | Compare-UponAiNumberAssignment
            $compared = $compared | Select-Object *
            $compared.CurrentInboundAgents = 'agent_b'
            $refused = $compared | Select-Object *
            $refused.AccountSid = 'AC2'
            $refused, $compared | Set-UponAiNumberAssignment -IfUnchanged -WhatIf
            """);

        Assert.Equal(["UponAi.ChangedSince"], outcome.ErrorIds);
    }

    [Fact]
    public async Task Without_a_connection_the_verbose_stream_says_why_nothing_of_the_present_is_shown()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "'101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_a -SkipUnchanged -WhatIf -Verbose");

        Assert.Empty(outcome.Errors);
        Assert.StartsWith(
            "The current values are not shown: Not connected.",
            Assert.Single(outcome.Verbose),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_without_a_workspace_shows_what_is_to_be_and_warns_once_of_the_error()
    {
        await using var server = ScriptedServer.Start(ConnectedPlatform.Agree);
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "Connect-UponAi -Token $token -AccountSid AC1 -BaseUri $uri; "
            + "Set-UponAiNumberAssignment 101, 102 agent_a -WhatIf",
            ("token", ConnectedPlatform.Secret),
            ("uri", server.BaseUri));

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            [
                """What if: Performing the operation "Set inbound to agent_a" on target "101".""",
                """What if: Performing the operation "Set inbound to agent_a" on target "102".""",
            ],
            engine.Screen.WrittenLines.Where(line => line.StartsWith("What if", StringComparison.Ordinal)));
        Assert.StartsWith(
            "Without -WhatIf, 101 and further rows like it are errors. No workspace: ",
            Assert.Single(outcome.Warnings),
            StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task With_SkipUnchanged_what_holds_is_not_shown_and_nothing_is_emitted()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")), Number("102"));

        var outcome = await platform.RunAsync(
            "'101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_a -SkipUnchanged -WhatIf");

        Assert.Empty(outcome.Output);
        Assert.Equal(
            ["""What if: Performing the operation "Inbound none → agent_a" on target "102"."""],
            platform.Engine.Screen.WrittenLines);
    }

    // Only the list of AC1 is available.
    private static Task<ConnectedPlatform> OneAccountAsync(Reply? others = null) =>
        ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            IsForAgents(request) ? ConnectedPlatform.Agree(request)
            : !request.Target.EndsWith("/AC1", StringComparison.Ordinal)
                ? others ?? Reply.Json("""{"error":"no"}""", 403)
            : Reply.Json($$"""{"numbers":[{{Number("102")}},{{Number("103", Split("agent_a"))}}]}""")));
}
