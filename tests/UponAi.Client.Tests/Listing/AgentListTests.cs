using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>Tests the list of agents, which comes in pages and is complete or an error.</summary>
public sealed class AgentListTests
{
    private const string First = "/api/agents?workspaceId=7&limit=1000";

    [Fact]
    public async Task Bare_pages_go_on_after_their_last_row_until_an_empty_one()
    {
        await using var platform = Platform.Answering(
            Reply.Json(
                """[{"agent_id":"agent_a","version":0,"agent_name":"A"},{"agent_id":"agent_a","version":1"""
                + ""","agent_name":"A","voice":{"id":3}}]"""),
            Reply.Json("""[{"version":"0","agent_name":"Ünal & Söhne","agent_id":"agent b&c/d"}]"""),
            Reply.Json("[]"));

        var agents = await platform.ListAgentsAsync();

        Assert.Equal(
            ["agent_a@0 A", "agent_a@1 A", "agent b&c/d@0 Ünal & Söhne"],
            agents.Select(agent => $"{agent} {agent.Name}"));
        Assert.All(agents, agent => Assert.Null(agent.UpdatedAt));
        Assert.Equal(
            [First,
                First + "&paginationKey=agent_a&paginationKeyVersion=1",
                First + "&paginationKey=agent%20b%26c%2Fd&paginationKeyVersion=0"],
            platform.Server.Requests.Select(request => request.Target));
        Assert.All(platform.Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task The_key_of_the_answer_wins_and_null_ends_the_list()
    {
        await using var platform = Platform.Answering(
            Reply.Json(
                """{"data":[{"agent_id":"agent_a","version":0}],"pagination_key":"next","pagination_key_version":4}"""),
            Reply.Json("""{"pagination_key":"other","data":[],"pagination_key_version":null}"""),
            Reply.Json(
                """{"pagination_key":null,"pagination_key_version":null"""
                + ""","data":[{"agent_id":"agent_b","version":0}]}"""));

        var agents = await platform.ListAgentsAsync();

        Assert.Equal(["agent_a", "agent_b"], agents.Select(agent => agent.AgentId));
        Assert.Equal(
            [First, First + "&paginationKey=next&paginationKeyVersion=4", First + "&paginationKey=other"],
            platform.Server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_wrapped_page_without_a_key_goes_on_after_its_last_row()
    {
        await using var platform = Platform.Answering(
            Reply.Json("""{"data":[{"agent_id":"agent_a"}]}"""),
            Reply.Json("""{"data":[]}"""));

        var agent = Assert.Single(await platform.ListAgentsAsync());

        Assert.Equal(("agent_a", null, null), (agent.AgentId, agent.AgentVersion, agent.Name));
        Assert.Equal(First + "&paginationKey=agent_a", platform.Server.Requests[1].Target);
    }

    [Fact]
    public async Task An_empty_page_with_the_key_that_was_asked_for_is_the_end()
    {
        await using var platform = Platform.Answering(
            Reply.Json(
                """{"data":[{"agent_id":"agent_a","version":0}]"""
                + ""","pagination_key":"agent_a","pagination_key_version":0}"""),
            Reply.Json("""{"data":[],"pagination_key":"agent_a","pagination_key_version":0}"""));

        Assert.Single(await platform.ListAgentsAsync());
    }

    [Theory]
    [InlineData("""[{"agent_id":"agent_a\u001b[2J","version":3}]""", "agent_a")]
    [InlineData("""{"data":[{"agent_id":"agent_a","version":3}],"pagination_key":"next"}""", "next")]
    public async Task A_key_that_repeats_is_an_error_and_no_loop(string page, string key)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(page));

        var error = await platform.FailToListAgentsAsync();

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.Equal(
            "The list of the agents of workspace 7 does not end: after 1 page the platform gives the key "
            + $"'{key}' for the next page again. The list is not used, because agents may be missing.",
            error.Message);
        Assert.Equal(2, platform.Server.Requests.Count);
    }

    [Fact]
    public async Task A_list_that_never_ends_is_given_up()
    {
        var row = 0;
        await using var platform = Platform.Of(
            ScriptedServer.Start(
                _ => Reply.Json($$"""[{"agent_id":"agent_{{Interlocked.Increment(ref row)}}","version":0}]""")));

        var error = await platform.FailToListAgentsAsync();

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.Contains("after 1000 pages the platform still has more", error.Message, StringComparison.Ordinal);
        Assert.Equal(1000, platform.Server.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_fails_fails_the_list()
    {
        await using var platform = Platform.Answering(
            Reply.Json("""[{"agent_id":"agent_a","version":0}]"""),
            Reply.Json(UpdateAnswers.Error("No such key."), 400));

        var error = await platform.FailToListAgentsAsync();

        Assert.Equal((UponAiError.RequestFailed, 400), (error.Error, error.StatusCode));
        Assert.Equal(
            "The platform refused to list the agents of workspace 7 (status 400): No such key.",
            error.Message);
    }

    [Theory]
    [InlineData(
        """[{"agent_id":"agent_a","version":0,"updated_at":"2026-01-12T09:00:00Z"}"""
        + """,{"agent_id":"agent_a","version":1,"updated_at":"2026-01-19T10:00:00+01:00"}]""")]
    [InlineData(
        """{"data":[{"agent_id":"agent_a","version":0,"updated_at":"2026-01-12T09:00:00"}"""
        + """,{"agent_id":"agent_a","version":1,"updated_at":"2026-01-19 09:00"}]}""")]
    public async Task Versions_have_their_times(string body)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var versions = await platform.ListAgentVersionsAsync();

        Assert.Equal(
            "GET /api/agents/agent_a/versions?workspaceId=7 HTTP/1.1",
            Assert.Single(platform.Server.Requests).RequestLine);
        Assert.Equal(
            [(0, 12), (1, 19)],
            versions.Select(agent => (agent.AgentVersion!.Value, agent.UpdatedAt!.Value.UtcDateTime.Day)));
        Assert.All(versions, agent => Assert.Equal(9, agent.UpdatedAt!.Value.UtcDateTime.Hour));
    }

    [Fact]
    public async Task Members_that_nobody_knows_are_left_alone()
    {
        await using var platform = Platform.AlwaysAnswering(
            Reply.Json(
                """[{"voice":{"agent_id":"agent_b"},"agent_id":"agent_a","tags":["x"],"flow":7,"version":2"""
                + ""","agent_name":"A"}]"""));

        var version = Assert.Single(await platform.ListAgentVersionsAsync());

        Assert.Equal(("agent_a", 2, "A"), (version.AgentId, version.AgentVersion, version.Name));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"yesterday\"")]
    [InlineData("1768208400000")]
    [InlineData("{\"seconds\":1}")]
    public async Task A_time_of_another_kind_is_left_out(string time)
    {
        await using var platform =
            Platform.AlwaysAnswering(Reply.Json($$"""[{"agent_id":"agent_a","updated_at":{{time}},"version":2}]"""));

        var version = Assert.Single(await platform.ListAgentVersionsAsync());

        Assert.Equal((2, null), (version.AgentVersion, version.UpdatedAt));
    }
}
