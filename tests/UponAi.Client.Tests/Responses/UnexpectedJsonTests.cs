using UponAi.Client.Tests.Errors;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

/// <summary>
/// Tests JSON that violates the contract: an error if the result of the change is not known, else a warning that names
/// the violation.
/// </summary>
public sealed class UnexpectedJsonTests
{
    [Theory]
    [InlineData("[]", "is a list without the number")]
    [InlineData("""{"success":"no","numbers":[]}""", "has for 'success' 'no' where true or false belongs")]
    [InlineData("""{"id":1,"number":"+14155550199"}""", "has no success, numbers or assignment")]
    [InlineData("null", "is JSON, but not an object")]
    [InlineData("\"success\"", "is JSON, but not an object")]
    [InlineData("true", "is JSON, but not an object")]
    [InlineData("200", "is JSON, but not an object")]
    [InlineData("{}", "has no success, numbers or assignment")]
    [InlineData("""{"error":"No such agent."}""", "has no success, numbers or assignment")]
    [InlineData("""{"Success":true,"data":{"success":true}}""", "has no success, numbers or assignment")]
    [InlineData("""{"message":"Internal error"}""", "has no success, numbers or assignment")]
    [InlineData("""{"error":"No such agent.","message":"Failed."}""", "has no success, numbers or assignment")]
    [InlineData("""{"success":null,"numbers":null,"assignment":null}""", "has no success, numbers or assignment")]
    [InlineData("""{"success":1}""", "has for 'success' 1 where true or false belongs")]
    [InlineData("""{"success":"yes"}""", "has for 'success' 'yes' where true or false belongs")]
    [InlineData("""{"success":[]}""", "has for 'success' an array where true or false belongs")]
    [InlineData("""{"success":false,"success":true}""", "has 'success' twice")]
    [InlineData("""{"numbers":{}}""", "has for 'numbers' no array")]
    [InlineData("""{"numbers":"+14155550100"}""", "has for 'numbers' no array")]
    [InlineData("""{"assignment":[]}""", "has for 'assignment' no object")]
    [InlineData("""{"assignment":true}""", "has for 'assignment' no object")]
    public async Task An_answer_that_does_not_say_what_became_of_the_change_is_refused(string answer, string what)
    {
        await using var platform = Platform.Answering(Reply.Json(answer));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.Equal((200, 1), (error.StatusCode, error.Request!.Attempts));
        Assert.Equal(
            $"The response {what} (status 200, application/json; "
                + $"it begins '{answer}').{UnknownEffectTests.Warning} "
                + "Check that the base address is the platform's.",
            error.Message);
    }

    [Theory]
    [InlineData("\"id\":\"abc\"", "has for 'id' 'abc' where a number belongs", PhoneNumberProperties.Id)]
    [InlineData("\"id\":1.5", "has for 'id' 1.5 where a whole number belongs", PhoneNumberProperties.Id)]
    [InlineData("\"id\":1e99", "has for 'id' 1e99 where a number belongs", PhoneNumberProperties.Id)]
    [InlineData(
        "\"id\":9223372036854775808",
        "has for 'id' 9223372036854775808 where a whole number belongs",
        PhoneNumberProperties.Id)]
    [InlineData(
        "\"id\":-9223372036854775809",
        "has for 'id' -9223372036854775809 where a whole number belongs",
        PhoneNumberProperties.Id)]
    [InlineData(
        "\"workspace_id\":2147483648",
        "has for 'workspace_id' 2147483648 where a whole number of 32 bits belongs",
        PhoneNumberProperties.WorkspaceId)]
    [InlineData(
        "\"workspace_id\":\"\"",
        "has for 'workspace_id' '' where a number belongs",
        PhoneNumberProperties.WorkspaceId)]
    [InlineData(
        "\"agent_id\":{\"id\":1}",
        "has for 'agent_id' an object where text belongs",
        PhoneNumberProperties.AgentId)]
    [InlineData(
        "\"is_time_routing_enabled\":0",
        "has for 'is_time_routing_enabled' 0 where true or false belongs",
        PhoneNumberProperties.IsTimeRoutingEnabled)]
    [InlineData(
        "\"platform_import_error\":\"no\"",
        "has for 'platform_import_error' 'no' where true or false belongs",
        PhoneNumberProperties.PlatformImportError)]
    [InlineData(
        "\"inbound_agent_version\":\"prod\"",
        "has for 'inbound_agent_version' 'prod' where a number belongs",
        PhoneNumberProperties.InboundAgentVersion)]
    [InlineData(
        "\"inbound_agents\":\"agent_a\"",
        "has for 'inbound_agents' no array of agents",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":{\"agent_id\":\"a\"}",
        "has for 'inbound_agents' no array of agents",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[\"agent_a\"]",
        "has in 'inbound_agents' an element that is not an agent",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"outbound_agents\":[null]",
        "has in 'outbound_agents' an element that is not an agent",
        PhoneNumberProperties.OutboundAgents)]
    [InlineData(
        "\"outbound_agents\":[{\"agent_id\":[]}]",
        "has for 'agent_id' an array where text belongs",
        PhoneNumberProperties.OutboundAgents)]
    [InlineData(
        "\"outbound_agents\":[{}]",
        "has in 'outbound_agents' an agent without 'agent_id'",
        PhoneNumberProperties.OutboundAgents)]
    [InlineData(
        "\"outbound_agents\":[{\"agent_id\":null}]",
        "has in 'outbound_agents' an agent without 'agent_id'",
        PhoneNumberProperties.OutboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"weight\":\"half\"}]",
        "has for 'weight' 'half' where a number belongs",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"agent_version\":\"prod\"}]",
        "has for 'agent_version' 'prod' where a number belongs",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"agent_version\":4294967296}]",
        "has for 'agent_version' 4294967296 where a whole number of 32 bits belongs",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"weight\":\"NaN\"}]",
        "has for 'weight' 'NaN' where a number belongs",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\"}],\"inbound_agents\":[]",
        "has 'inbound_agents' twice",
        PhoneNumberProperties.InboundAgents)]
    [InlineData("\"agent_id\":null,\"agent\\u005fid\":\"a\"", "has 'agent_id' twice", PhoneNumberProperties.AgentId)]
    [InlineData(
        "\"platform_import_error\":true,\"platform_import_error\":false",
        "has 'platform_import_error' twice",
        PhoneNumberProperties.PlatformImportError)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"agent_id\":\"b\"}]",
        "has 'agent_id' twice",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"weight\":1,\"weight\":0}]",
        "has 'weight' twice",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"agent_version\":1,\"agent_version\":2}]",
        "has 'agent_version' twice",
        PhoneNumberProperties.InboundAgents)]
    public async Task A_member_that_cannot_be_read_is_a_warning_and_the_rest_is_read(
        string member, string what, PhoneNumberProperties property)
    {
        foreach (var answer in new[]
        {
            "{\"success\":true,\"numbers\":[{\"number\":\"+14155550100\"," + member
                + ",\"phone_number_sid\":\"PN1\"}]}",
            "{\"assignment\":{" + member + ",\"phone_number_sid\":\"PN1\"}}",
        })
        {
            var outcome = await UpdateAsync(answer);

            Assert.Equal("PN1", outcome.PhoneNumber.PhoneNumberSid);
            Assert.Equal(
                (property, PhoneNumberProperties.None),
                (outcome.PhoneNumber.UnreadableProperties, outcome.PhoneNumber.ReturnedProperties & property));
            Assert.Equal(
                $"+14155550100: the change is made, but the platform's response {what}. "
                    + "That part of the new state is not known.",
                outcome.Warnings[^1]);
        }
    }

    [Theory]
    [InlineData("""{"success":true,"numbers":[{"number":"+14155550199","id":"x","inbound_agents":7},null"""
        + ""","+14155550100",[{}],{"number":"+14155550100","id":5}]}""")]
    [InlineData("""{"numbers":[{"number":true},{"number":"+14155550100","id":5},{"number":"1","number":"2"}]}""")]
    [InlineData("""{"success":true,"message":{"text":"Done."},"numbers":[{"number":"+14155550100","id":5}]}""")]
    public async Task Numbers_that_were_not_asked_for_never_matter(string answer)
    {
        var outcome = await UpdateAsync(answer);

        Assert.Equal(5, outcome.PhoneNumber.Id);
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [InlineData("""{"success":true,"numbers":{}}""", "has for 'numbers' no array")]
    [InlineData("""{"success":true,"assignment":"agent_a"}""", "has for 'assignment' no object")]
    [InlineData("""{"success":true,"numbers":[{"number":"+14155550100"}],"numbers":[]}""", "has 'numbers' twice")]
    [InlineData(
        """{"success":true,"numbers":[{"base_number":"+14155550100","id":"x"}],"numbers":[]}""",
        "has 'numbers' twice")]
    [InlineData(
        """{"success":true,"assignment":{},"assignment":{"platform_import_error":true}}""",
        "has 'assignment' twice")]
    public async Task A_part_that_cannot_be_read_is_a_warning_beside_what_was_asked(string answer, string what)
    {
        var outcome = await UpdateAsync(answer);

        Assert.Equal("agent_a=1", outcome.PhoneNumber.GetInbound().ToString());
        Assert.Equal(
            $"+14155550100: the change is made, but the platform's response {what}. That part of the new state is "
            + "not known.",
            outcome.Warnings[^1]);
    }

    private static async Task<UpdateOutcome> UpdateAsync(string answer)
    {
        await using var platform = Platform.Answering(Reply.Json(answer));
        return await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
    }
}
