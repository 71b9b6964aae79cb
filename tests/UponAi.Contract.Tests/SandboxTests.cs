using System.Text.Json;
using UponAi.Contract.Tests.Judging;
using UponAi.Sandbox;

namespace UponAi.Contract.Tests;

/// <summary>The sandbox does what the contract says: the judge stands between, and passes on only what it allows, both ways.</summary>
public sealed class SandboxTests
{
    [Fact]
    public async Task Every_change_is_taken_and_its_answer_allowed()
    {
        await using var server = await SandboxServer.StartAsync(new(), Patience.Token);
        await using var judge = await Judge.BeforeAsync(server.BaseUri);
        using var caller = new Caller(judge.BaseUri);

        foreach (var assignment in Assignments.Combinations())
        {
            var outcome = await caller.UpdateAsync(assignment);
            Assert.Equal([], outcome.Warnings);
        }

        Assert.Equal("", judge.Objections);
        Assert.Equal(377, server.Requests.ByStatus[200]);
    }

    [Theory]
    [InlineData("PUT", "api/numbers/%2B14155550119/agent", """{"accountSid": "ACCOUNT", "workspaceId": 1, "outboundAgentId": "agent_sales"}""", 200)]
    [InlineData("PUT", "api/numbers/%2B14155550103/agent", """{"accountSid": "ACCOUNT", "workspaceId": 1, "outboundAgentId": "agent_nobody"}""", 400)]
    [InlineData("PUT", "api/numbers/%2B14155550103/agent", """{"accountSid": "AC1", "workspaceId": 1}""", 403)]
    [InlineData("PUT", "api/numbers/%2B19998887766/agent", """{"accountSid": "ACCOUNT", "workspaceId": 1}""", 404)]
    [InlineData("GET", "api/numbers/ACCOUNT", null, 200)]
    [InlineData("GET", "api/numbers/AC1", null, 403)]
    [InlineData("GET", "api/agents?workspaceId=1", null, 200)]
    [InlineData("GET", "api/agents?workspaceId=1&limit=1000&paginationKey=agent_sales&paginationKeyVersion=1", null, 200)]
    [InlineData("GET", "api/agents?workspaceId=1&paginationKey=agent_sales", null, 400)]
    [InlineData("GET", "api/agents?workspaceId=9", null, 404)]
    [InlineData("GET", "api/agents/agent_sales/versions?workspaceId=1", null, 200)]
    [InlineData("GET", "api/agents/agent_nobody/versions?workspaceId=1", null, 404)]
    public async Task Every_kind_of_answer_is_allowed(string method, string path, string? body, int status)
    {
        await using var server = await SandboxServer.StartAsync(new(), Patience.Token);
        await using var judge = await Judge.BeforeAsync(server.BaseUri);
        using var caller = new Caller(judge.BaseUri);

        var answer = await caller.SendAsync(new HttpMethod(method), Named(path)!, Named(body));

        Assert.Equal("", judge.Objections);
        Assert.Equal(status, answer.Status);
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(status >= 400, json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out _));
    }

    private static string? Named(string? text) => text?.Replace("ACCOUNT", SandboxSeed.AccountSid, StringComparison.Ordinal);
}
