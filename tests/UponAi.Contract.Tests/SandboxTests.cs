using System.Text.Json;
using UponAi.Contract.Tests.Judging;
using UponAi.Sandbox;

namespace UponAi.Contract.Tests;

/// <summary>
/// Tests that the sandbox keeps the contract. The judge between client and sandbox checks requests and responses.
/// </summary>
public sealed class SandboxTests(SharedJudges judges)
{
    private const string Account = SandboxIds.AccountSid;

    private static readonly (HttpMethod Method, string Path, string? Body, int Status)[] Requests =
    [
        (HttpMethod.Put, "api/numbers/%2B14155550119/agent",
            $$"""{"accountSid": "{{Account}}", "workspaceId": 1, "outboundAgentId": "agent_sales"}""", 200),
        (HttpMethod.Put, "api/numbers/%2B14155550103/agent",
            $$"""{"accountSid": "{{Account}}", "workspaceId": 1, "outboundAgentId": "agent_nobody"}""", 400),
        (HttpMethod.Put, "api/numbers/%2B14155550103/agent", """{"accountSid": "AC1", "workspaceId": 1}""", 403),
        (HttpMethod.Put, "api/numbers/%2B19998887766/agent", $$"""{"accountSid": "{{Account}}", "workspaceId": 1}""",
            404),
        (HttpMethod.Get, $"api/numbers/{Account}", null, 200),
        (HttpMethod.Get, "api/numbers/AC1", null, 403),
        (HttpMethod.Get, "api/agents?workspaceId=1", null, 200),
        (HttpMethod.Get, "api/agents?workspaceId=1&limit=1000&paginationKey=agent_sales&paginationKeyVersion=1",
            null, 200),
        (HttpMethod.Get, "api/agents?workspaceId=1&paginationKey=agent_sales", null, 400),
        (HttpMethod.Get, "api/agents?workspaceId=9", null, 404),
        (HttpMethod.Get, "api/agents/agent_sales/versions?workspaceId=1", null, 200),
        (HttpMethod.Get, "api/agents/agent_nobody/versions?workspaceId=1", null, 404),
        (HttpMethod.Get, "api/workspaces", null, 200),
    ];

    [Fact]
    public async Task Every_change_is_taken_and_its_answer_allowed()
    {
        var judge = await judges.BeforeSandboxAsync();
        using var caller = new Caller(judge.BaseUri);

        var taken = 0;

        foreach (var assignment in Assignments.Combinations())
        {
            var outcome = await caller.UpdateAsync(assignment);
            Assert.Equal([], outcome.Warnings);
            Assert.Equal((200, 1), (outcome.Request.StatusCode, outcome.Request.Attempts));
            taken++;
        }

        Assert.Equal("", judge.Objections);
        Assert.Equal(377, taken);
    }

    [Fact]
    public async Task Every_kind_of_answer_is_allowed()
    {
        var judge = await judges.BeforeSandboxAsync();
        using var caller = new Caller(judge.BaseUri);

        foreach (var (method, path, body, status) in Requests)
        {
            var answer = await caller.SendAsync(method, path, body);

            Assert.True(answer.Status == status, $"{path}: {answer}\n{judge.Objections}");
            using var json = JsonDocument.Parse(answer.Body);
            Assert.Equal(
                status >= 400,
                json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out _));
        }

        Assert.Equal("", judge.Objections);
    }
}
