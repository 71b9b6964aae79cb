using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Answers;

/// <summary>JSON, and yet not what the contract says: an error that names what is wrong, never a guess.</summary>
public sealed class WrongShapeTests
{
    [Theory]
    [InlineData("[]", "is JSON, and no object")]
    [InlineData("null", "is JSON, and no object")]
    [InlineData("\"success\"", "is JSON, and no object")]
    [InlineData("true", "is JSON, and no object")]
    [InlineData("200", "is JSON, and no object")]
    [InlineData("{}", "says neither success, numbers nor an assignment")]
    [InlineData("""{"error":"No such agent."}""", "says neither success, numbers nor an assignment")]
    [InlineData("""{"Success":true,"data":{"success":true}}""", "says neither success, numbers nor an assignment")]
    [InlineData("""{"message":"Internal error"}""", "says neither success, numbers nor an assignment")]
    [InlineData("""{"error":"No such agent.","message":"Failed."}""", "says neither success, numbers nor an assignment")]
    [InlineData("""{"success":null,"numbers":null,"assignment":null}""", "says neither success, numbers nor an assignment")]
    [InlineData("""{"success":1}""", "has for 'success' 1 where true or false belongs")]
    [InlineData("""{"success":"yes"}""", "has for 'success' 'yes' where true or false belongs")]
    [InlineData("""{"success":[]}""", "has for 'success' an array where true or false belongs")]
    [InlineData("""{"success":true,"message":{}}""", "has for 'message' an object where text belongs")]
    [InlineData("""{"numbers":{}}""", "has for 'numbers' no array")]
    [InlineData("""{"numbers":"+14155550100"}""", "has for 'numbers' no array")]
    [InlineData("""{"numbers":["+14155550100"]}""", "has in 'numbers' something that is no object")]
    [InlineData("""{"numbers":[null,{"number":"+14155550100"}]}""", "has in 'numbers' something that is no object")]
    [InlineData("""{"numbers":[[{"number":"+14155550100"}]]}""", "has in 'numbers' something that is no object")]
    [InlineData("""{"assignment":[]}""", "has for 'assignment' no object")]
    [InlineData("""{"assignment":true}""", "has for 'assignment' no object")]
    public async Task An_answer_of_another_shape_is_refused(string answer, string what) => await RefusesAsync(answer, what);

    [Theory]
    [InlineData("\"number\":true", "has for 'number' true where text belongs")]
    [InlineData("\"id\":\"abc\"", "has for 'id' 'abc' where a number belongs")]
    [InlineData("\"id\":1.5", "has for 'id' 1.5 where a whole number belongs")]
    [InlineData("\"id\":1e99", "has for 'id' 1e99 where a number belongs")]
    [InlineData("\"id\":9223372036854775808", "has for 'id' 9223372036854775808 where a whole number belongs")]
    [InlineData("\"id\":-9223372036854775809", "has for 'id' -9223372036854775809 where a whole number belongs")]
    [InlineData("\"workspace_id\":2147483648", "has for 'workspace_id' 2147483648 where a whole number of 32 bits belongs")]
    [InlineData("\"workspace_id\":\"\"", "has for 'workspace_id' '' where a number belongs")]
    [InlineData("\"agent_id\":{\"id\":1}", "has for 'agent_id' an object where text belongs")]
    [InlineData("\"is_time_routing_enabled\":0", "has for 'is_time_routing_enabled' 0 where true or false belongs")]
    [InlineData("\"platform_import_error\":\"no\"", "has for 'platform_import_error' 'no' where true or false belongs")]
    [InlineData("\"inbound_agents\":\"agent_a\"", "has for 'inbound_agents' no array of agents")]
    [InlineData("\"inbound_agents\":{\"agent_id\":\"a\"}", "has for 'inbound_agents' no array of agents")]
    [InlineData("\"inbound_agents\":[\"agent_a\"]", "has in 'inbound_agents' something that is no agent")]
    [InlineData("\"outbound_agents\":[null]", "has in 'outbound_agents' something that is no agent")]
    [InlineData("\"outbound_agents\":[{\"agent_id\":[]}]", "has for 'agent_id' an array where text belongs")]
    [InlineData("\"outbound_agents\":[{}]", "has in 'outbound_agents' an agent without 'agent_id'")]
    [InlineData("\"outbound_agents\":[{\"agent_id\":null}]", "has in 'outbound_agents' an agent without 'agent_id'")]
    [InlineData("\"inbound_agents\":[{\"agent_id\":\"a\",\"weight\":\"half\"}]", "has for 'weight' 'half' where a number belongs")]
    [InlineData("\"inbound_agents\":[{\"agent_id\":\"a\",\"agent_version\":\"v3\"}]", "has for 'agent_version' 'v3' where a number belongs")]
    [InlineData("\"inbound_agents\":[{\"agent_id\":\"a\",\"weight\":\"NaN\"}]", "has for 'weight' 'NaN' where a number belongs")]
    public async Task A_member_of_another_type_is_named(string member, string what)
    {
        await RefusesAsync("{\"numbers\":[{" + member + "}]}", what);
        await RefusesAsync("{\"assignment\":{" + member + "}}", what);
    }

    [Theory]
    [InlineData("""{"success":false,"success":true}""", "has 'success' twice")]
    [InlineData("""{"numbers":[],"numbers":[{"number":"+14155550100"}]}""", "has 'numbers' twice")]
    [InlineData("""{"assignment":{},"assignment":{"platform_import_error":true}}""", "has 'assignment' twice")]
    [InlineData("""{"numbers":[{"number":"+14155550100","inbound_agents":[{"agent_id":"a"}],"inbound_agents":[]}]}""", "has 'inbound_agents' twice")]
    [InlineData("""{"numbers":[{"number":"+14155550199","number":"+14155550100"}]}""", "has 'number' twice")]
    [InlineData("""{"numbers":[{"agent_id":null,"agent\u005fid":"a"}]}""", "has 'agent_id' twice")]
    [InlineData("""{"assignment":{"platform_import_error":true,"platform_import_error":false}}""", "has 'platform_import_error' twice")]
    [InlineData("""{"assignment":{"inbound_agents":[{"agent_id":"a","agent_id":"b"}]}}""", "has 'agent_id' twice")]
    [InlineData("""{"assignment":{"inbound_agents":[{"agent_id":"a","weight":1,"weight":0}]}}""", "has 'weight' twice")]
    [InlineData("""{"assignment":{"inbound_agents":[{"agent_id":"a","agent_version":1,"agent_version":2}]}}""", "has 'agent_version' twice")]
    public async Task An_answer_that_says_a_thing_twice_is_refused(string answer, string what) => await RefusesAsync(answer, what);

    private static async Task RefusesAsync(string answer, string what)
    {
        await using var platform = Platform.Answering(Reply.Json(answer));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.Equal((200, 1), (error.StatusCode, error.Request!.Attempts));
        Assert.Equal(
            $"The answer {what} (status 200, application/json; it begins '{answer}'). Whether the change was made is not known; sending it again is safe. Check that the base address is the platform's.",
            error.Message);
    }
}
