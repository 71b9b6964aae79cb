namespace UponAi.Tests;

public class PhoneNumberTests
{
    private static readonly AgentRefCollection Pair = AgentRefCollection.Parse("agent_a@3=0.9;agent_b=0.1");

    [Fact]
    public void Has_the_18_properties_of_the_contract_each_with_its_flag()
    {
        string[] contract =
        [
            "Id", "Number", "BaseNumber", "AccountSid", "WorkspaceId", "AgentId", "DefaultAgentId", "InboundAgentId",
            "InboundAgents", "OutboundAgents", "InboundAgentVersion", "OutboundAgentVersion", "ApplicationSid",
            "PhoneNumberSid", "InboundWebhookUrl", "IsTimeRoutingEnabled", "PlatformImportError",
            "PlatformImportErrorMessage",
        ];

        Assert.Equal(contract, Enum.GetNames<PhoneNumberProperties>().Skip(1));
        Assert.Equal(
            contract
                .Append("ReturnedProperties")
                .Append("UnreadableProperties")
                .Append("AdditionalProperties")
                .Order(StringComparer.Ordinal),
            typeof(PhoneNumber).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_flag_is_a_bit_of_its_own()
    {
        var flags = Enum.GetValues<PhoneNumberProperties>().Select(member => (int)member).ToArray();

        Assert.Equal(Enumerable.Range(0, 18).Select(bit => 1 << bit).Prepend(0), flags);
    }

    [Fact]
    public void A_response_without_properties_has_no_bindings()
    {
        var number = new PhoneNumber();

        Assert.Empty(number.GetInbound());
        Assert.Empty(number.GetOutbound());
        Assert.Empty(number.AdditionalProperties);
        Assert.False(number.Has(PhoneNumberProperties.Number));
        Assert.Equal("", number.ToString());
    }

    [Fact]
    public void The_lists_of_agents_come_before_the_single_agents()
    {
        var number = new PhoneNumber
        {
            InboundAgents = Pair,
            InboundAgentId = "agent_x",
            InboundAgentVersion = 1,
            OutboundAgents = Pair,
            AgentId = "agent_y",
            OutboundAgentVersion = 2,
        };

        Assert.Same(Pair, number.GetInbound());
        Assert.Same(Pair, number.GetOutbound());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_single_agents_count_when_a_list_is_empty_or_missing(bool listed)
    {
        var number = new PhoneNumber
        {
            InboundAgents = listed ? AgentRefCollection.Empty : null,
            InboundAgentId = "agent_x",
            InboundAgentVersion = 0,
            OutboundAgents = listed ? AgentRefCollection.Empty : null,
            AgentId = "agent_y",
        };

        Assert.Equal([new AgentRef("agent_x", 0)], number.GetInbound());
        Assert.Equal([new AgentRef("agent_y")], number.GetOutbound());
    }

    [Fact]
    public void A_single_agent_takes_its_version_from_its_own_direction()
    {
        var number = new PhoneNumber { InboundAgentId = "agent_x", OutboundAgentVersion = 2, AgentId = "agent_y",
            InboundAgentVersion = 1 };

        Assert.Equal("agent_x@1", number.GetInbound().ToString());
        Assert.Equal("agent_y@2", number.GetOutbound().ToString());
    }

    [Fact]
    public void A_default_agent_or_a_version_alone_is_no_binding()
    {
        var number = new PhoneNumber { DefaultAgentId = "agent_z", InboundAgentId = "", InboundAgentVersion = 1,
            AgentId = "", OutboundAgentVersion = 2 };

        Assert.Empty(number.GetInbound());
        Assert.Empty(number.GetOutbound());
    }

    [Fact]
    public void A_member_is_carried_when_the_answer_had_it_whatever_its_value()
    {
        var number = new PhoneNumber { AgentId = "agent_a",
            ReturnedProperties = PhoneNumberProperties.Number | PhoneNumberProperties.InboundWebhookUrl };

        Assert.True(number.Has(PhoneNumberProperties.InboundWebhookUrl));
        Assert.True(number.Has(PhoneNumberProperties.Number | PhoneNumberProperties.InboundWebhookUrl));
        Assert.False(number.Has(PhoneNumberProperties.AgentId));
        Assert.False(number.Has(PhoneNumberProperties.Number | PhoneNumberProperties.AgentId));
    }

    [Fact]
    public void Text_is_the_number()
    {
        Assert.Equal("+14155550100", new PhoneNumber { Number = "+14155550100", BaseNumber = "101" }.ToString());
    }

    [Fact]
    public void A_list_says_who_takes_and_makes_calls_even_when_it_is_empty()
    {
        var inbound = new PhoneNumber { ReturnedProperties = PhoneNumberProperties.InboundAgents };
        var outbound = new PhoneNumber { ReturnedProperties = PhoneNumberProperties.OutboundAgents };

        Assert.Equal((true, false), (inbound.ReportsInbound, inbound.ReportsOutbound));
        Assert.Equal((false, true), (outbound.ReportsInbound, outbound.ReportsOutbound));
    }

    [Theory]
    [InlineData("agent_a", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_single_agent_id_counts_only_if_it_has_a_value(string? agentId, bool says)
    {
        const PhoneNumberProperties Ids = PhoneNumberProperties.InboundAgentId | PhoneNumberProperties.AgentId;
        var phone = new PhoneNumber { InboundAgentId = agentId, AgentId = agentId, ReturnedProperties = Ids };

        Assert.Equal((says, says), (phone.ReportsInbound, phone.ReportsOutbound));
    }
}
