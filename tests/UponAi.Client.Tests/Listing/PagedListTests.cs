using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>Tests that a list has all its pages or is an error.</summary>
public sealed class PagedListTests
{
    [Theory]
    [InlineData("numbers")]
    [InlineData("items")]
    [InlineData("data")]
    public async Task A_key_leads_to_the_next_page(string rows)
    {
        await using var platform = Platform.Answering(
            Reply.Json($$"""{"{{rows}}":[{"number":"101"}],"has_more":true"""
                + $$""","pagination_key":"a b","pagination_key_version":4}"""),
            Reply.Json($$"""{"has_more":true,"pagination_key":"c","{{rows}}":[{"number":"102"}]}"""),
            Reply.Json($$"""{"{{rows}}":[{"number":"103"}],"has_more":false,"pagination_key":"d"}"""));

        Assert.Equal(["101", "102", "103"], (await platform.ListNumbersAsync()).Select(phone => phone.Number));
        Assert.Equal(
            [
                "/api/numbers/AC1",
                "/api/numbers/AC1?paginationKey=a%20b&paginationKeyVersion=4",
                "/api/numbers/AC1?paginationKey=c"],
            platform.Server.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("""{"numbers":[{"number":"101"}],"pagination_key":null}""")]
    [InlineData("""{"numbers":[{"number":"101"}],"has_more":false}""")]
    [InlineData("""{"numbers":[{"number":"101"}],"pagination":{"page":1,"limit":20,"total":1,"pages":1}}""")]
    [InlineData("""{"numbers":[{"number":"101"}],"pagination":{"page":1,"limit":20,"total":1}}""")]
    [InlineData("""{"numbers":[{"number":"101"}],"next":null,"links":{"next":""},"total":1}""")]
    [InlineData("""{"items":[{"number":"101"}],"data":{"numbers":[]}}""")]
    public async Task A_list_of_one_page_is_asked_for_once(string body)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        Assert.Equal("101", Assert.Single(await platform.ListNumbersAsync()).Number);
        Assert.Single(platform.Server.Requests);
    }

    [Theory]
    [InlineData(""" "page":{0},"limit":1,"total":3,"pages":3 """, 1)]
    [InlineData(""" "page":{0},"limit":1,"total":3 """, 1)]
    [InlineData(""" "page":{0},"pages":3 """, 0)]
    [InlineData(""" "pages":"3" """, 1)]
    [InlineData(""" "current_page":{0},"total_pages":3 """, 1)]
    public async Task Numbered_pages_are_read_to_the_last(string pagination, int first)
    {
        var page = first;
        await using var platform = Platform.Of(ScriptedServer.Start(_ =>
            Reply.Json($$$"""{"success":true,"numbers":[{"number":"10{{{page}}}"}]"""
                + $$$""","pagination":{{{{pagination.Replace("{0}", $"{page++}", StringComparison.Ordinal)}}}}}""")));

        Assert.Equal(3, (await platform.ListNumbersAsync()).Count);
        Assert.Equal(
            ["/api/numbers/AC1", $"/api/numbers/AC1?page={first + 1}", $"/api/numbers/AC1?page={first + 2}"],
            platform.Server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_row_that_two_pages_have_comes_out_once()
    {
        await using var platform = Platform.Answering(
            Reply.Json("""{"numbers":[{"number":"101"},{"number":"102"}],"pagination":{"page":1,"pages":2}}"""),
            Reply.Json("""{"numbers":[{"number":"102"},{"number":"103"},{"number":"103"}],"pagination":{"page":2"""
                + ""","pages":2}}"""));

        Assert.Equal(["101", "102", "103"], (await platform.ListNumbersAsync()).Select(phone => phone.Number));
    }

    [Fact]
    public async Task A_row_that_two_pages_have_does_not_stand_for_a_missing_one()
    {
        await using var platform = Platform.Answering(
            Reply.Json("""{"numbers":[{"number":"101"},{"number":"102"}],"pagination":{"page":1,"pages":2"""
                + ""","total":4}}"""),
            Reply.Json("""{"numbers":[{"number":"102"},{"number":"104"}],"pagination":{"page":2,"pages":2"""
                + ""","total":4}}"""));

        Assert.StartsWith(
            "The response says that there are 4 rows of the numbers of account AC1, but contains only 3",
            (await platform.FailToListNumbersAsync()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_extension_of_two_workspaces_is_two_numbers()
    {
        await using var platform = Platform.Answering(
            Reply.Json("""{"numbers":[{"number":"101","workspace_id":1}],"pagination":{"page":1,"pages":2}}"""),
            Reply.Json("""{"numbers":[{"number":"101","workspace_id":2}],"pagination":{"page":2,"pages":2}}"""));

        Assert.Equal([1, 2], (await platform.ListNumbersAsync()).Select(phone => phone.WorkspaceId));
    }

    [Fact]
    public async Task Agents_and_versions_come_in_pages_too()
    {
        await using var platform =
            Platform.Of(ScriptedServer.Start(request => Reply.Json(
                request.Target.Contains("page=2", StringComparison.Ordinal)
                    ? """{"items":[{"agent_id":"agent_a","version":1}],"pagination":{"page":2,"pages":2}}"""
                    : """{"items":[{"agent_id":"agent_a","version":0}],"pagination":{"page":1,"pages":2}}""")));

        Assert.Equal(["agent_a@0", "agent_a@1"], (await platform.ListAgentsAsync()).Select(agent => agent.ToString()));
        Assert.Equal(
            ["agent_a@0", "agent_a@1"], (await platform.ListAgentVersionsAsync()).Select(agent => agent.ToString()));
        Assert.Equal("/api/agents/agent_a/versions?workspaceId=7&page=2", platform.Server.Requests[^1].Target);
    }

    [Theory]
    [InlineData(
        """{"numbers":[{"number":"101"}],"has_more":true}""",
        "The response says with 'has_more' without a key or a page that the numbers of account AC1 continue")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"has_more":true,"pagination_key":null}""",
        "The response says with 'has_more' without a key or a page")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"next":"https://api.example.com/2"}""",
        "The response says with 'next' that")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"nextPageToken":"x"}""",
        "The response says with 'nextPageToken' that")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"links":{"next":{"href":"/2"}}}""",
        "The response says with 'next' that")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"total":184}""",
        "The response says that there are 184 rows of the numbers of account AC1, but contains only 1")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"pagination":{"page":1,"total":184}}""",
        "The response says that there are 184 rows of the numbers of account AC1, but contains only 1")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"has_more":"yes"}""",
        "The response has 'yes' for 'has_more' instead of true or false")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"pagination":{"page":4,"pages":9}}""",
        "The response is page 4 of the numbers of account AC1, but page 1 was requested")]
    [InlineData("""{"items":[{"number":"101"}],"data":[]}""", "The response has two lists, 'items' and 'data'")]
    [InlineData(
        """{"numbers":[{"number":"101"}],"pagination":{"page":1,"pages":3}}""",
        "The response is page 1 of the numbers of account AC1, but page 2 was requested")]
    [InlineData("""{"numbers":[{"number":"101"}],"pagination":{"pages":3}}""",
        "The list of the numbers of account AC1 does not end: after 1 page the platform repeats the page that begins "
        + "with '101'.")]
    [InlineData("""{"numbers":[{"number":"101"}],"pagination_key":"a"}""",
        "The list of the numbers of account AC1 does not end: after 1 page the platform gives the key 'a' for the "
        + "next page again.")]
    public async Task A_list_that_cannot_be_followed_is_an_error(string body, string message)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var error = await platform.FailToListNumbersAsync();

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_next_page_is_an_error()
    {
        await using var platform = Platform.AlwaysAnswering(
            Reply.Json("""[{"number":"101"}]""", 200, ("Link", "</api/numbers/AC1?p=2>; rel=\"next\"")));

        Assert.StartsWith(
            "The response says with a Link header that",
            (await platform.FailToListNumbersAsync()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"id":1,"name":"Main"},{"workspace_id":"2","workspace_name":"Second","account_sid":"AC1"}]""")]
    [InlineData("""{"success":true,"workspaces":[{"id":1,"name":"Main","plan":{}},{"id":2"""
        + ""","name":"Second","account_sid":"AC1"}]}""")]
    [InlineData("""{"data":[{"id":"1","name":"Main","account_sid":{}},{"id":2,"name":"Second","accountSid":"AC1"}]}""")]
    [InlineData("""[{"name":"Main","workspace_name":{"id":9},"id":1},{"id":2,"workspace_id":{"name":"No"}"""
        + ""","name":"Second","account_sid":"AC1","accountSid":[{"id":9}]}]""")]
    public async Task Workspaces_are_read_in_every_likely_form(string body)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var workspaces = (await platform.Client.ListWorkspacesAsync(TestTimeout.Token)).Rows;

        Assert.Equal(
            [(1, "Main", null), (2, "Second", "AC1")],
            workspaces.Select(workspace => (workspace.WorkspaceId, workspace.Name, workspace.AccountSid)));
        Assert.Equal("/api/workspaces", Assert.Single(platform.Server.Requests).Target);
    }
}
