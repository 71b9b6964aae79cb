using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Formatting;

/// <summary>
/// Tests Constrained Language, where a policy keeps scripts from .NET: commands and tables work, casts do not.
/// </summary>
public sealed class ConstrainedLanguageTests
{
    private const string Constrain = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; ";

    [Fact]
    public async Task The_table_of_phone_numbers_has_its_cells()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            Constrain + "Set-UponAiNumberAssignment 101 'agent_a@3=90%;agent_b=10%' -OutboundAgent agent_c "
                + "-InboundWebhookUrl https://a.example/ -TimeRouting $true | Out-Default");

        Assert.Matches(
            @"101 +7 in +agent_a@3 90% *\n +agent_b 10% *\n +out +agent_c *\n +hook +https://a\.example/ *\n +time +on",
            platform.Engine.Screen.Written);
    }

    [Fact]
    public async Task The_table_of_stored_phone_numbers_has_its_cells()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            "$stored = [Management.Automation.PSSerializer]::Deserialize("
                + "[Management.Automation.PSSerializer]::Serialize((Set-UponAiNumberAssignment 101 "
                + "'agent_a=90%;agent_b=10%'))); "
            + Constrain + "$stored | Out-Default");

        Assert.Matches(@"101 +7 in +agent_a 90% *\n +agent_b 10%", platform.Engine.Screen.Written);
    }

    [Fact]
    public async Task The_text_of_the_platform_is_shown_without_control_characters_and_with_its_error()
    {
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(number =>
            Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(
                number,
                "\"inbound_agent_id\":\"agent_\\u001b]0;title\\u0007a\"",
                "\"inbound_agent_version\":3",
                "\"agent_id\":\"agent_o\"",
                "\"inbound_webhook_url\":\"https://a.example/\\u009b31mb\\nc\"",
                "\"is_time_routing_enabled\":false",
                "\"platform_import_error\":true"))));

        await platform.RunAsync(
            Constrain + "Set-UponAiNumberAssignment 101 -TimeRouting $false -ErrorAction SilentlyContinue | "
                + "Out-Default");

        Assert.Matches(
            @"101 +in +agent_a@3 *\n +out +agent_o *\n +hook +https://a\.example/b c *\n +error +The "
                + @"telephone platform did not import the number\.",
            platform.Engine.Screen.Written);
        Assert.DoesNotContain(platform.Engine.Screen.Written, c => char.IsControl(c) && c is not ('\r' or '\n'));
    }

    [Fact]
    public async Task Agents_of_a_list_are_shown_as_a_table()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json("""[{"agent_id":"agent_a","version":12,"agent_name":"Recep\u001b[31mtion"}]"""),
            Reply.Json("[]"));

        await platform.RunAsync(Constrain + "Get-UponAiAgent | Out-Default");

        Assert.Matches(@"agent_a +12 +Reception", platform.Engine.Screen.Written);
    }

    [Fact]
    public async Task An_agent_comes_from_its_command_where_the_cast_is_refused()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            Constrain + "try { [UponAi.AgentRef]'agent_a' } catch { 'refused' }; "
                + "(New-UponAiAgentRef agent_a 3 '90%'), (New-UponAiAgentRef agent_b) | "
                + "Set-UponAiNumberAssignment -Number 101");

        Assert.Empty(outcome.Errors);
        Assert.Equal(["refused", "101"], outcome.Texts);
        Assert.Equal(
            """{"inboundAgents":[{"agent_id":"agent_a","agent_version":3,"weight":0.9}"""
            + """,{"agent_id":"agent_b","weight":0.1}]}""",
            platform.Change);
    }

    [Fact]
    public async Task Rows_go_in()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            Constrain + "@{ Number = '101'; InboundAgents = 'agent_a' } | Set-UponAiNumberAssignment");

        Assert.Equal("101", outcome.Single().ToString());
    }
}
