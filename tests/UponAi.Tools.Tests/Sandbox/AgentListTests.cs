using System.Net;
using System.Text.Json;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class AgentListTests
{
    private static readonly string[] AllRows =
    [
        "agent_night@0",
        "agent_reception@0", "agent_reception@1", "agent_reception@2", "agent_reception@3",
        "agent_sales@0", "agent_sales@1", "agent_sales@2",
        "agent_support@0", "agent_support@1", "agent_support@2", "agent_support@3", "agent_support@4",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(13)]
    [InlineData(1000)]
    public async Task Pages_follow_one_another_by_the_key_of_the_last_row(int limit)
    {
        await using var caller = await Caller.StartAsync();
        List<string> rows = [];
        var key = "";
        while (true)
        {
            var page = (await caller.GetAsync($"api/agents?workspaceId=1&limit={limit}{key}")).Json;
            Assert.InRange(page.GetArrayLength(), 0, limit);
            if (page.GetArrayLength() == 0) break;
            rows.AddRange(page.EnumerateArray().Select(Row));
            var last = page[page.GetArrayLength() - 1];
            key = $"&paginationKey={last.GetProperty("agent_id")}&paginationKeyVersion={last.GetProperty("version")}";
        }

        Assert.Equal(AllRows, rows);
    }

    [Fact]
    public async Task A_row_names_the_agent()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.GetAsync("api/agents?workspaceId=2");

        Assert.Equal(
            """{"agent_id":"agent_night","version":0,"agent_name":"Night line"}""",
            reply.Json[0].GetRawText());
    }

    [Fact]
    public async Task The_versions_of_an_agent_are_listed_with_their_times()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.GetAsync("api/agents/agent_sales/versions?workspaceId=1");

        Assert.Equal(["agent_sales@0", "agent_sales@1", "agent_sales@2"], reply.Json.EnumerateArray().Select(Row));
        var times = reply.Json.EnumerateArray()
            .Select(row => row.GetProperty("updated_at").GetDateTimeOffset()).ToArray();
        Assert.Equal(times.Order(), times);
    }

    [Theory]
    [InlineData("api/agents", HttpStatusCode.BadRequest, "'workspaceId'")]
    [InlineData("api/agents?workspaceId=one", HttpStatusCode.BadRequest, "'workspaceId'")]
    [InlineData("api/agents?workspaceId=1&limit=0", HttpStatusCode.BadRequest, "'limit'")]
    [InlineData("api/agents?workspaceId=1&limit=1001", HttpStatusCode.BadRequest, "'limit'")]
    [InlineData("api/agents?workspaceId=1&limit=", HttpStatusCode.BadRequest, "'limit'")]
    [InlineData("api/agents?workspaceId=1&limit=2&limit=3", HttpStatusCode.BadRequest, "'limit'")]
    [InlineData(
        "api/agents?workspaceId=1&paginationKey=agent_sales", HttpStatusCode.BadRequest, "'paginationKeyVersion'")]
    [InlineData("api/agents?workspaceId=1&paginationKeyVersion=1", HttpStatusCode.BadRequest, "'paginationKey'")]
    [InlineData("api/agents?workspaceId=1&pageSize=1", HttpStatusCode.BadRequest, "'pageSize'")]
    [InlineData("api/agents?workspaceid=1", HttpStatusCode.BadRequest, "'workspaceid'")]
    [InlineData("api/agents?workspaceId=3", HttpStatusCode.Forbidden, "workspace 3")]
    [InlineData("api/agents?workspaceId=99", HttpStatusCode.NotFound, "Workspace 99")]
    [InlineData("api/agents/agent_sales/versions", HttpStatusCode.BadRequest, "'workspaceId'")]
    [InlineData("api/agents/agent_sales/versions?workspaceId=3", HttpStatusCode.Forbidden, "workspace 3")]
    [InlineData("api/agents/agent_concierge/versions?workspaceId=1", HttpStatusCode.NotFound, "'agent_concierge'")]
    public async Task A_bad_query_is_refused_by_name(string path, HttpStatusCode status, string named)
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.GetAsync(path);

        Assert.Equal(status, reply.Status);
        Assert.Contains(named, reply.Error, StringComparison.Ordinal);
    }

    private static string Row(JsonElement row) => $"{row.GetProperty("agent_id")}@{row.GetProperty("version")}";
}
