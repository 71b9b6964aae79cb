using UponAi.Contract.Tests.Judging;

namespace UponAi.Contract.Tests;

/// <summary>Tests that the judge refuses requests that the contract does not allow.</summary>
public sealed class JudgeTests(OwnJudge own) : IClassFixture<OwnJudge>
{
    private const string Path = "api/numbers/%2B14155550103/agent";

    public static TheoryData<string> WrongMembers =>
    [
        """ "outbound_agent_id": "agent_sales" """,
        """ "inboundAgentId": "agent_sales" """,
        """ "outboundAgentVersion": null """,
        """ "outboundAgentVersion": "0" """,
        """ "outboundAgents": [{"agent_id": "agent_sales"}] """,
        """ "inboundAgents": null """,
        """ "inboundAgents": ["agent_sales"] """,
        """ "inboundAgents": [{"agentId": "agent_sales"}] """,
        """ "inboundAgents": [{"agent_id": "agent_sales", "agent_version": -1}] """,
        """ "inboundAgents": [{"agent_id": "agent_sales", "agent_version": null}] """,
        """ "inboundAgents": [{"agent_id": "agent_sales", "weight": 50}] """,
        """ "inboundAgents": [{"agent_id": "agent_sales", "weight": 0}] """,
        """ "inboundAgents": [{"agent_id": "agent_sales", "weight": "0.5"}] """,
        """ "inboundWebhookUrl": "" """,
        """ "inboundWebhookUrl": "example.com/hook" """,
        """ "isTimeRoutingEnabled": null """,
        """ "isTimeRoutingEnabled": "true" """,
    ];

    [Theory]
    [MemberData(nameof(WrongMembers))]
    public async Task A_member_of_the_wrong_name_or_shape_is_refused(string member)
    {
        var judge = await own.AnsweringAlikeAsync();
        using var caller = new Caller(judge.BaseUri);

        var (status, _) =
            await caller.SendAsync(HttpMethod.Put, Path, $$"""{"accountSid": "AC1", "workspaceId": 1, {{member}}}""");

        Assert.Equal(400, status);
    }

    [Theory]
    [InlineData("PUT", Path, """{"workspaceId": 1}""", 400)]
    [InlineData("PUT", Path, """{"accountSid": "AC1", "workspaceId": "1"}""", 400)]
    [InlineData("PUT", Path, """{"accountSid": "AC1", "workspaceId": 1""", 400)]
    [InlineData("PUT", Path, null, 400)]
    [InlineData("POST", Path, """{"accountSid": "AC1", "workspaceId": 1}""", 405)]
    [InlineData("PUT", "api/numbers/a/b/agent", """{"accountSid": "AC1", "workspaceId": 1}""", 404)]
    [InlineData("GET", "api/agents?limit=10", null, 400)]
    [InlineData("GET", "api/agents?workspaceId=1&limit=1001", null, 400)]
    [InlineData("GET", "api/agents/agent_sales/versions", null, 400)]
    public async Task A_request_that_is_not_whole_is_refused(string method, string path, string? body, int expected)
    {
        var judge = await own.AnsweringAlikeAsync();
        using var caller = new Caller(judge.BaseUri);

        var (status, _) = await caller.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task A_request_without_a_bearer_token_or_not_in_JSON_is_refused()
    {
        var judge = await own.AnsweringAlikeAsync();
        using var caller = new Caller(judge.BaseUri);
        const string Whole = """{"accountSid": "AC1", "workspaceId": 1}""";

        Assert.Equal(401, (await caller.SendAsync(HttpMethod.Put, Path, Whole, hasToken: false)).Status);
        Assert.Equal(400, (await caller.SendAsync(HttpMethod.Put, Path, Whole, contentType: "text/plain")).Status);
        Assert.Equal(200, (await caller.SendAsync(HttpMethod.Put, Path, Whole)).Status);
    }
}
