using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

/// <summary>Tests reading each member of a phone number.</summary>
public sealed class PhoneNumberReaderTests
{
    private static readonly PhoneNumberProperties All =
        Enum.GetValues<PhoneNumberProperties>().Aggregate((all, member) => all | member);

    [Fact]
    public async Task All_18_members_are_read()
    {
        var phone = await ReadAsync(UpdateAnswers.FullNumber(TestAssignments.Number));

        Assert.Equal(42, phone.Id);
        Assert.Equal(("+14155550100", "+14155550100"), (phone.Number, phone.BaseNumber));
        Assert.Equal(("AC1", 7), (phone.AccountSid, phone.WorkspaceId));
        Assert.Equal(
            ("agent_out", "agent_default", "agent_a"),
            (phone.AgentId, phone.DefaultAgentId, phone.InboundAgentId));
        Assert.Equal("agent_a@0=0.5;agent_b@3=0.5", phone.InboundAgents!.ToString());
        Assert.Equal("agent_out@2=1", phone.OutboundAgents!.ToString());
        Assert.Equal((0, 2), (phone.InboundAgentVersion, phone.OutboundAgentVersion));
        Assert.Equal(("AP1", "PN1"), (phone.ApplicationSid, phone.PhoneNumberSid));
        Assert.Equal("https://example.com/hook", phone.InboundWebhookUrl);
        Assert.True(phone.IsTimeRoutingEnabled);
        Assert.False(phone.PlatformImportError);
        Assert.Null(phone.PlatformImportErrorMessage);
        Assert.Equal(All, phone.ReturnedProperties);
        Assert.Empty(phone.AdditionalProperties);
    }

    [Fact]
    public async Task Members_of_the_answer_that_nobody_knows_are_left_alone()
    {
        await using var platform = Platform.Answering(
            Reply.Json(
                """{"trace":"x","meta":{"success":false},"tags":[1],"success":true,"took":7"""
                + ""","numbers":[{"number":"+14155550100","id":42}],"next":null}"""));

        Assert.Equal(
            42,
            (await platform.UpdateAsync(TestAssignments.For() with { TimeRouting = true })).PhoneNumber.Id);
    }

    [Theory]
    [InlineData("id", "1", PhoneNumberProperties.Id)]
    [InlineData("base_number", "\"1\"", PhoneNumberProperties.BaseNumber)]
    [InlineData("account_sid", "\"1\"", PhoneNumberProperties.AccountSid)]
    [InlineData("workspace_id", "1", PhoneNumberProperties.WorkspaceId)]
    [InlineData("agent_id", "\"1\"", PhoneNumberProperties.AgentId)]
    [InlineData("default_agent_id", "\"1\"", PhoneNumberProperties.DefaultAgentId)]
    [InlineData("inbound_agent_id", "\"1\"", PhoneNumberProperties.InboundAgentId)]
    [InlineData("inbound_agents", "[]", PhoneNumberProperties.InboundAgents)]
    [InlineData("outbound_agents", "[]", PhoneNumberProperties.OutboundAgents)]
    [InlineData("inbound_agent_version", "1", PhoneNumberProperties.InboundAgentVersion)]
    [InlineData("outbound_agent_version", "1", PhoneNumberProperties.OutboundAgentVersion)]
    [InlineData("application_sid", "\"1\"", PhoneNumberProperties.ApplicationSid)]
    [InlineData("phone_number_sid", "\"1\"", PhoneNumberProperties.PhoneNumberSid)]
    [InlineData("inbound_webhook_url", "\"1\"", PhoneNumberProperties.InboundWebhookUrl)]
    [InlineData("is_time_routing_enabled", "true", PhoneNumberProperties.IsTimeRoutingEnabled)]
    [InlineData("platform_import_error", "false", PhoneNumberProperties.PlatformImportError)]
    [InlineData("platform_import_error_message", "\"1\"", PhoneNumberProperties.PlatformImportErrorMessage)]
    public async Task A_member_is_carried_when_it_is_there_even_as_null_and_no_other_is(
        string name,
        string value,
        PhoneNumberProperties member)
    {
        var withValue = await ReadAsync(UpdateAnswers.Number(TestAssignments.Number, $"\"{name}\":{value}"));
        var withNull = await ReadAsync(UpdateAnswers.Number(TestAssignments.Number, $"\"{name}\":null"));
        var property = typeof(PhoneNumber).GetProperty(member.ToString())!;

        Assert.Equal(PhoneNumberProperties.Number | member, withValue.ReturnedProperties);
        Assert.Equal(PhoneNumberProperties.Number | member, withNull.ReturnedProperties);
        Assert.NotNull(property.GetValue(withValue));
        Assert.Null(property.GetValue(withNull));
    }

    [Fact]
    public async Task Unknown_members_are_kept_as_raw_JSON()
    {
        var phone = await ReadAsync(UpdateAnswers.Number(
            TestAssignments.Number,
            "\"ID\":1",
            "\"label\":\"Caf\\u00e9\"",
            "\"tags\":[1, {\"a\": null}]",
            "\"since\":null",
            "\"ratio\":1.50"));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["ID"] = "1", ["label"] = "\"Caf\\u00e9\"", ["tags"] = "[1, {\"a\": null}]", ["since"] = "null",
                ["ratio"] = "1.50"
            },
            phone.AdditionalProperties);
        Assert.Equal(PhoneNumberProperties.Number, phone.ReturnedProperties);
    }

    [Theory]
    [InlineData("\"id\":\"42\"", "Id", 42L)]
    [InlineData("\"id\":9223372036854775807", "Id", long.MaxValue)]
    [InlineData("\"id\":4.2e1", "Id", 42L)]
    [InlineData("\"workspace_id\":\"7\"", "WorkspaceId", 7)]
    [InlineData("\"workspace_id\":7.0", "WorkspaceId", 7)]
    [InlineData("\"inbound_agent_version\":0", "InboundAgentVersion", 0)]
    [InlineData("\"agent_id\":12345678901234567890", "AgentId", "12345678901234567890")]
    [InlineData("\"account_sid\":\"\\u0041C\"", "AccountSid", "AC")]
    [InlineData("\"account\\u005fsid\":\"AC\"", "AccountSid", "AC")]
    [InlineData("\"application_sid\":\"\"", "ApplicationSid", "")]
    [InlineData("\"is_time_routing_enabled\":\"TRUE\"", "IsTimeRoutingEnabled", true)]
    public async Task Numbers_and_truth_values_may_be_text_and_text_may_be_a_number(
        string member,
        string property,
        object value)
    {
        var phone = await ReadAsync(UpdateAnswers.Number(TestAssignments.Number, member));

        Assert.Equal(value, typeof(PhoneNumber).GetProperty(property)!.GetValue(phone));
    }

    [Theory]
    [InlineData("""[{"agent_id":"a","agent_version":0,"weight":0}]""", "a@0=0")]
    [InlineData("""[{"agent_id":"a","weight":"0.50"}]""", "a=0.5")]
    [InlineData("""[{"agent_id":"a","weight":50}]""", "a=50")]
    [InlineData("""[{"agent_id":"a","weight":-1}]""", "a=-1")]
    [InlineData("""[{"agent_id":"a","weight":null,"agent_version":null}]""", "a")]
    [InlineData("""[{"agent_id":17,"agent_version":"3"}]""", "17@3")]
    [InlineData("""[{"agent_id":"not an id","name":{"x":[1]},"weight":1}]""", "not an id=1")]
    public async Task Agents_are_read_as_they_are_reported(string answered, string agents)
    {
        var phone = await ReadAsync(UpdateAnswers.Number(TestAssignments.Number, $"\"inbound_agents\":{answered}"));

        Assert.Equal(agents, phone.InboundAgents!.ToString());
    }

    private static async Task<PhoneNumber> ReadAsync(string number)
    {
        await using var platform = Platform.Answering(Reply.Json(UpdateAnswers.Of(number)));
        return (await platform.UpdateAsync(TestAssignments.For() with { TimeRouting = true })).PhoneNumber;
    }
}
