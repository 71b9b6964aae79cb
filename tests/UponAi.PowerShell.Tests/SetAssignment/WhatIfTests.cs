using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.SetAssignment;

/// <summary>Tests that -WhatIf describes the changes and changes nothing.</summary>
public sealed class WhatIfTests
{
    private static readonly string[] Rows =
    [
        "@{ Number = '+1 415 555-0100'; InboundAgents = 'agent_a@3=90%;agent_b=10%'; InboundWebhookUrl = 'none' }",
        "@{ Number = '101'; OutboundAgent = 'agent_a'; TimeRouting = 'false' }",
    ];

    [Fact]
    public async Task A_preview_needs_no_token_and_names_number_and_change()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            $"{string.Join(", ", Rows)} | Set-UponAiNumberAssignment -WhatIf; "
                + "Clear-UponAiNumberAssignment 102, 103 -WhatIf; Get-UponAiConnection");

        Assert.Empty(outcome.Output);
        Assert.Empty(outcome.Errors);
        Assert.Equal(
            [
                """What if: Performing the operation "Set inbound to agent_a@3 90%, agent_b 10%; """
                    + """remove webhook" on target "+14155550100".""",
                """What if: Performing the operation "Set outbound to agent_a; """
                    + """switch time routing off" on target "101".""",
                """What if: Performing the operation "Remove inbound; remove outbound" on target "102".""",
                """What if: Performing the operation "Remove inbound; remove outbound" on target "103".""",
            ],
            engine.Screen.WrittenLines);
        Assert.Empty(engine.Screen.Questions);
    }

    [Theory]
    [InlineData("-Inbound", "Remove inbound")]
    [InlineData("-Outbound", "Remove outbound")]
    [InlineData("-Webhook", "Remove webhook")]
    public async Task A_preview_of_Clear_names_what_the_switch_does(string parameter, string change)
    {
        using var engine = new Engine();

        await engine.RunAsync($"Clear-UponAiNumberAssignment 101 {parameter} -WhatIf");

        Assert.Equal($"What if: Performing the operation \"{change}\" on target \"101\".\n", engine.Screen.Written);
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_asks_for_the_list_once_a_command()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            $"{string.Join(", ", Rows)} | Set-UponAiNumberAssignment -WhatIf; $refs = New-UponAiAgentRef agent_a; "
                + "$refs | Set-UponAiNumberAssignment 101 -WhatIf");

        Assert.Equal(3, platform.Engine.Screen.WrittenLines.Length);
        Assert.Equal(2, platform.ListCount());
        Assert.All(platform.Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task The_preference_variable_previews_too()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            "$WhatIfPreference = $true; Set-UponAiNumberAssignment 101 agent_a; Clear-UponAiNumberAssignment 101");

        Assert.Equal(2, platform.Engine.Screen.WrittenLines.Length);
        Assert.All(platform.Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task A_preview_finds_what_is_wrong_with_the_rows()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            """
            @{ Number = '..'; InboundAgents = 'agent_a' }, @{ Number = '101'; InboundAgents = 'agent_a=50' },
            @{ Number = '102' }, @{ Number = '103'; TimeRouting = 1; WorkspaceId = 'one' } |
                Set-UponAiNumberAssignment -WhatIf
            """);

        Assert.Equal(
            ["UponAi.InvalidNumber", "UponAi.InvalidAgentSplit", "UponAi.NothingToSet", "UponAi.InvalidRow"],
            outcome.ErrorIds);
        Assert.Empty(engine.Screen.Written);
    }
}
