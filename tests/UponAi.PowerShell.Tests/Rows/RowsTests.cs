using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>
/// Tests the way from a row to the request: missing, blank and $null cells leave a property unchanged, none and an
/// empty list clear it, and a value sets it.
/// </summary>
public sealed class RowsTests
{
    private const string InboundA = """{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""";

    [Theory]
    [InlineData("InboundAgents = ''", "{}")]
    [InlineData("InboundAgents = $null", "{}")]
    [InlineData("InboundAgents = '  '", "{}")]
    [InlineData("InboundAgents = 'none'", """{"inboundAgents":[]}""")]
    [InlineData("InboundAgents = ' NONE '", """{"inboundAgents":[]}""")]
    [InlineData("InboundAgents = @()", """{"inboundAgents":[]}""")]
    [InlineData("InboundAgents = 'agent_a'", InboundA)]
    [InlineData("InboundAgents = @('agent_a')", InboundA)]
    [InlineData("InboundAgents = [UponAi.AgentRef]'agent_a'", InboundA)]
    [InlineData("InboundAgents = @{ AgentId = 'agent_a' }", InboundA)]
    [InlineData(
        "InboundAgents = 'agent_a@2=0.25;agent_b'",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":2,"weight":0.25}"""
        + """,{"agent_id":"agent_b","weight":0.75}]}""")]
    [InlineData(
        "InboundAgents = @([pscustomobject]@{ agent_id = 'agent_a'; agent_version = 2L; weight = 0.25 }, 'agent_b')",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":2,"weight":0.25}"""
        + """,{"agent_id":"agent_b","weight":0.75}]}""")]
    [InlineData("InboundAgentId = ''; InboundAgentVersion = ''", "{}")]
    [InlineData("InboundAgentId = 'none'", """{"inboundAgents":[]}""")]
    [InlineData("InboundAgentId = 'agent_a'", InboundA)]
    [InlineData(
        "InboundAgentId = 'agent_a'; InboundAgentVersion = 0",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":0,"weight":1}]}""")]
    [InlineData(
        "InboundAgentId = 'agent_a'; InboundAgentVersion = '3'",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":3,"weight":1}]}""")]
    [InlineData("OutboundAgents = ''", "{}")]
    [InlineData("OutboundAgents = 'none'", """{"outboundAgentId":null}""")]
    [InlineData("OutboundAgents = @()", """{"outboundAgentId":null}""")]
    [InlineData("OutboundAgents = 'agent_a@1'", """{"outboundAgentId":"agent_a","outboundAgentVersion":1}""")]
    [InlineData(
        "OutboundAgents = 'agent_a;agent_b'",
        """{"outboundAgents":[{"agent_id":"agent_a","weight":0.5},{"agent_id":"agent_b","weight":0.5}]}""")]
    [InlineData("OutboundAgentId = $null; OutboundAgentVersion = $null", "{}")]
    [InlineData("OutboundAgentId = 'none'", """{"outboundAgentId":null}""")]
    [InlineData(
        "OutboundAgentId = 'agent_a'; OutboundAgentVersion = 0",
        """{"outboundAgentId":"agent_a","outboundAgentVersion":0}""")]
    [InlineData(
        "InboundAgentId = 'agent_a'; AgentId = 'agent_b'",
        """{"outboundAgentId":"agent_b","inboundAgents":[{"agent_id":"agent_a","weight":1}]}""")]
    [InlineData("InboundWebhookUrl = ''", "{}")]
    [InlineData("InboundWebhookUrl = $null", "{}")]
    [InlineData("InboundWebhookUrl = 'none'", """{"inboundWebhookUrl":null}""")]
    [InlineData("InboundWebhookUrl = ' https://example.com/h '", """{"inboundWebhookUrl":"https://example.com/h"}""")]
    [InlineData(
        "InboundWebhookUrl = [uri]'https://example.com/h'",
        """{"inboundWebhookUrl":"https://example.com/h"}""")]
    [InlineData("TimeRouting = ''", "{}")]
    [InlineData("TimeRouting = $null", "{}")]
    [InlineData("TimeRouting = $false", """{"isTimeRoutingEnabled":false}""")]
    [InlineData("TimeRouting = 'False'", """{"isTimeRoutingEnabled":false}""")]
    [InlineData("TimeRouting = 'off'", """{"isTimeRoutingEnabled":false}""")]
    [InlineData("TimeRouting = 0", """{"isTimeRoutingEnabled":false}""")]
    [InlineData("TimeRouting = 'TRUE'", """{"isTimeRoutingEnabled":true}""")]
    [InlineData("TimeRouting = 1L", """{"isTimeRoutingEnabled":true}""")]
    public async Task A_row_sends(string cells, string change)
    {
        // A row that changes nothing is refused. Therefore a parameter adds another change to each row.
        var (more, expected) = change.Contains("isTimeRoutingEnabled", StringComparison.Ordinal)
            ? ("-InboundWebhookUrl none", """{"inboundWebhookUrl":null,""" + change[1..])
            : ("-TimeRouting $true", (change == "{}" ? "{" : change[..^1] + ",") + "\"isTimeRoutingEnabled\":true}");
        var row = $"@{{ Number = '101'; {cells} }}";

        Assert.Equal(
            expected,
            await ConnectedPlatform.ChangeOfAsync($"[pscustomobject]{row} | Set-UponAiNumberAssignment {more}"));
        Assert.Equal(expected, await ConnectedPlatform.ChangeOfAsync($"{row} | Set-UponAiNumberAssignment {more}"));
    }

    [Fact]
    public async Task A_row_of_the_apis_json_is_understood() => Assert.Equal(
        """{"outboundAgentId":"agent_out","outboundAgentVersion":2"""
        + ""","inboundAgents":[{"agent_id":"agent_a","agent_version":0,"weight":0.5}"""
        + """,{"agent_id":"agent_b","weight":0.5}]"""
        + ""","inboundWebhookUrl":"https://example.com/hook","isTimeRoutingEnabled":false}""",
        await ConnectedPlatform.ChangeOfAsync(
            """
            [pscustomobject]@{
                id = 42L; number = '101'; base_number = '+14155550100'; account_sid = 'AC1'; workspace_id = 7L
                agent_id = 'agent_out'; outbound_agent_version = 2L; default_agent_id = $null
                inbound_agent_id = 'agent_a'; inbound_agent_version = 0L
                inbound_agents = @(
                    [pscustomobject]@{ agent_id = 'agent_a'; agent_version = 0L; weight = 0.5 }
                    [pscustomobject]@{ agent_id = 'agent_b'; weight = 0.5 }
                )
                outbound_agents = $null
                inbound_webhook_url = 'https://example.com/hook'; is_time_routing_enabled = $false
                platform_import_error = $false
            } | Set-UponAiNumberAssignment
            """));

    [Fact]
    public async Task Names_of_columns_are_read_without_regard_to_case() => Assert.Equal(
        """{"inboundAgents":[{"agent_id":"agent_a","weight":1}],"isTimeRoutingEnabled":true}""",
        await ConnectedPlatform.ChangeOfAsync(
            "@{ NUMBER = '101'; INBOUND_AGENT = 'agent_a'; timerouting = 'yes' } | Set-UponAiNumberAssignment"));

    [Fact]
    public async Task A_rows_account_and_workspace_win_over_those_of_the_connection_and_parameters_win_over_both()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            """
            $row = [pscustomobject]@{ Number = '101'; InboundAgents = 'agent_a'; AccountSid = 'AC2'; WorkspaceId = '8' }
            $row | Set-UponAiNumberAssignment
            $row | Set-UponAiNumberAssignment -AccountSid AC3 -WorkspaceId 9
            """);

        Assert.StartsWith("""{"accountSid":"AC2","workspaceId":8,""", platform.Bodies[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"accountSid":"AC3","workspaceId":9,""", platform.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_may_be_given_as_a_parameter() => Assert.Equal(
        InboundA,
        await ConnectedPlatform.ChangeOfAsync(
            "Set-UponAiNumberAssignment -InputObject ([pscustomobject]@{ Number = 101; InboundAgents = 'agent_a' })"));
}
