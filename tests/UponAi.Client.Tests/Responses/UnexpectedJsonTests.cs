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
    [InlineData("""{"success":"no","numbers":[]}""", "has 'no' for 'success' instead of true or false")]
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
    [InlineData("""{"success":1}""", "has 1 for 'success' instead of true or false")]
    [InlineData("""{"success":"yes"}""", "has 'yes' for 'success' instead of true or false")]
    [InlineData("""{"success":[]}""", "has an array for 'success' instead of true or false")]
    [InlineData("""{"success":false,"success":true}""", "has 'success' twice")]
    [InlineData("""{"numbers":{}}""", "has no array for 'numbers'")]
    [InlineData("""{"numbers":"+14155550100"}""", "has no array for 'numbers'")]
    [InlineData("""{"assignment":[]}""", "has no object for 'assignment'")]
    [InlineData("""{"assignment":true}""", "has no object for 'assignment'")]
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
    [InlineData("\"id\":\"abc\"", "has 'abc' for 'id' instead of a number", PhoneNumberProperties.Id)]
    [InlineData("\"id\":1.5", "has 1.5 for 'id' instead of a whole number", PhoneNumberProperties.Id)]
    [InlineData("\"id\":1e99", "has 1e99 for 'id' instead of a number", PhoneNumberProperties.Id)]
    [InlineData(
        "\"id\":9223372036854775808",
        "has 9223372036854775808 for 'id' instead of a whole number",
        PhoneNumberProperties.Id)]
    [InlineData(
        "\"id\":-9223372036854775809",
        "has -9223372036854775809 for 'id' instead of a whole number",
        PhoneNumberProperties.Id)]
    [InlineData(
        "\"workspace_id\":2147483648",
        "has 2147483648 for 'workspace_id' instead of a whole number of 32 bits",
        PhoneNumberProperties.WorkspaceId)]
    [InlineData(
        "\"workspace_id\":\"\"",
        "has '' for 'workspace_id' instead of a number",
        PhoneNumberProperties.WorkspaceId)]
    [InlineData(
        "\"agent_id\":{\"id\":1}",
        "has an object for 'agent_id' instead of text",
        PhoneNumberProperties.AgentId)]
    [InlineData(
        "\"is_time_routing_enabled\":0",
        "has 0 for 'is_time_routing_enabled' instead of true or false",
        PhoneNumberProperties.IsTimeRoutingEnabled)]
    [InlineData(
        "\"platform_import_error\":\"no\"",
        "has 'no' for 'platform_import_error' instead of true or false",
        PhoneNumberProperties.PlatformImportError)]
    [InlineData(
        "\"inbound_agent_version\":\"prod\"",
        "has 'prod' for 'inbound_agent_version' instead of a number",
        PhoneNumberProperties.InboundAgentVersion)]
    [InlineData(
        "\"inbound_agents\":\"agent_a\"",
        "has no array of agents for 'inbound_agents'",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":{\"agent_id\":\"a\"}",
        "has no array of agents for 'inbound_agents'",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[\"agent_a\"]",
        "has an element in 'inbound_agents' that is not an agent",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"outbound_agents\":[null]",
        "has an element in 'outbound_agents' that is not an agent",
        PhoneNumberProperties.OutboundAgents)]
    [InlineData(
        "\"outbound_agents\":[{\"agent_id\":[]}]",
        "has an array for 'agent_id' instead of text",
        PhoneNumberProperties.OutboundAgents)]
    [InlineData(
        "\"outbound_agents\":[{}]",
        "has an agent without 'agent_id' in 'outbound_agents'",
        PhoneNumberProperties.OutboundAgents)]
    [InlineData(
        "\"outbound_agents\":[{\"agent_id\":null}]",
        "has an agent without 'agent_id' in 'outbound_agents'",
        PhoneNumberProperties.OutboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"weight\":\"half\"}]",
        "has 'half' for 'weight' instead of a number",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"agent_version\":\"prod\"}]",
        "has 'prod' for 'agent_version' instead of a number",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"agent_version\":4294967296}]",
        "has 4294967296 for 'agent_version' instead of a whole number of 32 bits",
        PhoneNumberProperties.InboundAgents)]
    [InlineData(
        "\"inbound_agents\":[{\"agent_id\":\"a\",\"weight\":\"NaN\"}]",
        "has 'NaN' for 'weight' instead of a number",
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
    [InlineData("""{"success":true,"numbers":{}}""", "has no array for 'numbers'")]
    [InlineData("""{"success":true,"assignment":"agent_a"}""", "has no object for 'assignment'")]
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
