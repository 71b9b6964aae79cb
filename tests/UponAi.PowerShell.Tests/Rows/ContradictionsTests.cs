using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>
/// Tests that a row with two values for one property is refused, because one of them would be lost silently.
/// </summary>
public sealed class ContradictionsTests
{
    [Theory]
    [InlineData("InboundAgents = 'agent_a'; inbound_agents = 'agent_b'", "inbound_agents")]
    [InlineData("InboundAgents = @('agent_a'); inbound_agents = @('agent_b')", "inbound_agents")]
    [InlineData("InboundAgents = @('agent_a'); inbound_agents = @()", "inbound_agents")]
    [InlineData(
        "InboundAgents = @(@{ AgentId = 'agent_a' }); inbound_agents = @(@{ AgentId = 'agent_b' })",
        "inbound_agents")]
    [InlineData(
        "InboundAgents = @{ AgentId = 'agent_a' }; inbound_agents = @{ AgentId = 'agent_b' }",
        "inbound_agents")]
    [InlineData("OutboundAgent = 'agent_a'; OutboundAgents = 'none'", "OutboundAgents")]
    [InlineData(
        "InboundWebhookUrl = 'https://example.com/a'; inbound_webhook_url = 'https://example.com/b'",
        "inbound_webhook_url")]
    [InlineData(
        "InboundWebhookUrl = 'https://example.com/' + 'a' * 300 + 'x'; inbound_webhook_url = "
        + "'https://example.com/' + 'a' * 300 + 'y'",
        "inbound_webhook_url")]
    [InlineData("TimeRouting = $true; IsTimeRoutingEnabled = $false", "IsTimeRoutingEnabled")]
    [InlineData("PhoneNumber = '102'; InboundAgents = 'agent_a'", "PhoneNumber")]
    [InlineData("WorkspaceId = 1; workspace_id = 2; InboundAgents = 'agent_a'", "workspace_id")]
    public async Task Two_columns_of_one_meaning_must_agree(string cells, string column)
    {
        var error = await RefusalOfAsync(cells);

        Assert.Equal("UponAi.InvalidRow", error.Id());
        Assert.Contains($"'{column}'", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InboundAgents = 'agent_a'; InboundAgentId = 'agent_b'")]
    [InlineData("InboundAgents = 'agent_a'; InboundAgentId = 'none'")]
    [InlineData("InboundAgents = 'none'; InboundAgentId = 'agent_b'")]
    [InlineData(
        "InboundAgents = @([UponAi.AgentRef]'agent_a', [UponAi.AgentRef]'agent_c'); InboundAgentId = 'agent_b'")]
    [InlineData("InboundAgents = 'agent_a'; InboundAgentVersion = 3")]
    [InlineData("InboundAgents = 'agent_a@2'; InboundAgentVersion = 3")]
    [InlineData("InboundAgents = 'agent_a@2;agent_b@3'; InboundAgentId = 'agent_a'; InboundAgentVersion = 3")]
    [InlineData("OutboundAgents = 'agent_a'; OutboundAgentId = 'agent_b'")]
    [InlineData("OutboundAgents = 'agent_a'; OutboundAgentVersion = 3")]
    [InlineData("OutboundAgents = 'agent_a'; InboundAgentId = ''; AgentId = 'agent_b'")]
    [InlineData("InboundAgentId = ''; OutboundAgentId = 'agent_a'; AgentId = 'agent_b'")]
    [InlineData("InboundAgents = @(); InboundAgentVersion = 3")]
    [InlineData("InboundAgentId = 'none'; InboundAgentVersion = 3")]
    public async Task A_list_of_agents_and_a_lone_agent_must_agree(string cells) =>
        Assert.Equal("UponAi.InvalidRow", (await RefusalOfAsync(cells)).Id());

    [Fact]
    public async Task A_version_without_an_agent_is_refused()
    {
        var error = await RefusalOfAsync("OutboundAgentVersion = 3");

        Assert.Equal("UponAi.InvalidRow", error.Id());
        Assert.Contains("no column names its agent", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "InboundAgents = 'agent_a'; inbound_agents = 'agent_a'",
        """{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""")]
    [InlineData(
        "InboundAgents = 'agent_a'; inbound_agents = ''",
        """{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""")]
    [InlineData(
        "InboundAgents = @(); InboundAgentId = 'agent_a'",
        """{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""")]
    [InlineData(
        "InboundAgents = 'agent_a@3'; InboundAgentId = 'agent_a'; InboundAgentVersion = 3",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":3,"weight":1}]}""")]
    [InlineData(
        "InboundAgents = 'agent_a@3;agent_b'; InboundAgentId = 'agent_b'",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":3,"weight":0.5}"""
        + """,{"agent_id":"agent_b","weight":0.5}]}""")]
    [InlineData("TimeRouting = 'True'; IsTimeRoutingEnabled = $true", """{"isTimeRoutingEnabled":true}""")]
    [InlineData("PhoneNumber = 101; TimeRouting = $true", """{"isTimeRoutingEnabled":true}""")]
    public async Task Columns_that_agree_are_taken(string cells, string change) =>
        Assert.Equal(
            change,
            await ConnectedPlatform.ChangeOfAsync(
                $"[pscustomobject]@{{ Number = '101'; {cells} }} | Set-UponAiNumberAssignment"));

    private static Task<System.Management.Automation.ErrorRecord> RefusalOfAsync(string cells) =>
        ConnectedPlatform.RefusalOfAsync(
            $"[pscustomobject]@{{ Number = '101'; {cells} }} | Set-UponAiNumberAssignment");
}
