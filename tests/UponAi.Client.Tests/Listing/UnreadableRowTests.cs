using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>Tests that an unreadable row is an error, and that the other rows are listed.</summary>
public sealed class UnreadableRowTests
{
    [Theory]
    [InlineData(
        """{"number":"102","inbound_agents":[{"agent_id":"agent_a","agent_version":"prod"}]}""",
        "102",
        "has 'prod' for 'agent_version' instead of a number")]
    [InlineData(
        """{"inbound_agent_version":4294967296,"number":"102"}""",
        "102",
        "has 4294967296 for 'inbound_agent_version' instead of a whole number of 32 bits")]
    [InlineData("""{"id":"abc","number":"102"}""", "102", "has 'abc' for 'id' instead of a number")]
    [InlineData("""{"number":"102","workspace_id":"x"}""", "102", "has 'x' for 'workspace_id' instead of a number")]
    [InlineData(
        """{"number":"102","id":"a","workspace_id":"b"}""",
        "102",
        "has 'a' for 'id' instead of a number, and has 'b' for 'workspace_id' instead of a number")]
    [InlineData("""{"number":"102","agent_id":"\ud800"}""", "102", "has text for 'agent_id' that is not UTF-8")]
    [InlineData("""{"number":"1","number":"2"}""", null, "has 'number' twice")]
    [InlineData("""{"number":true,"id":1}""", null, "has true for 'number' instead of text")]
    [InlineData("null", null, "has an element in its list that is not an object")]
    [InlineData("\"+14155550100\"", null, "has an element in its list that is not an object")]
    [InlineData("[1,[2]]", null, "has an element in its list that is not an object")]
    public async Task A_number_that_cannot_be_read_spoils_no_other(string row, string? number, string problem)
    {
        foreach (var list in new[]
            {
                $$"""[{"number":"101"},{{row}},{"number":"103"}]""",
                $$"""{"numbers":[{"number":"101"},{"number":"103"},{{row}}]}"""
            })
        {
            await using var platform = Platform.AlwaysAnswering(Reply.Json(list));

            var outcome = await platform.Client.ListNumbersAsync("AC1", TestTimeout.Token);

            Assert.Equal(["101", "103"], outcome.Rows.Select(phone => phone.Number));
            var unreadable = Assert.Single(outcome.Unreadable);
            Assert.Equal((number, UponAiError.InvalidResponse), (unreadable.Name, unreadable.Error.Error));
            Assert.Equal(
                $"In the list of the numbers of account AC1, {(number is null ? "a row" : "the row of 102")} "
                + $"cannot be read: the response {problem}. "
                + "The other numbers are not affected. Correct the value on the platform, or report it to "
                    + "the platform's support.",
                unreadable.Error.Message);
        }
    }

    [Theory]
    [InlineData("""{"version":1}""", null, "has an agent without 'agent_id'")]
    [InlineData("""{"agent_id":"","version":1}""", null, "has an agent without 'agent_id'")]
    [InlineData("""{"agent_id":true}""", null, "has true for 'agent_id' instead of text")]
    [InlineData("""{"agent_id":"a","version":"v1"}""", "a", "has 'v1' for 'version' instead of a number")]
    [InlineData("""{"agent_id":"a","agent_name":{}}""", "a", "has an object for 'agent_name' instead of text")]
    public async Task So_it_is_with_agents(string row, string? agent, string problem)
    {
        await using var platform =
            Platform.Answering(Reply.Json($$"""[{{row}},{"agent_id":"agent_b","version":2}]"""), Reply.Json("[]"));

        var outcome = await platform.Client.ListAgentsAsync(7, TestTimeout.Token);

        Assert.Equal("agent_b@2", Assert.Single(outcome.Rows).ToString());
        var unreadable = Assert.Single(outcome.Unreadable);
        Assert.Equal(agent, unreadable.Name);
        Assert.Contains(problem, unreadable.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_ends_with_an_unreadable_agent_does_not_say_where_the_next_begins()
    {
        await using var platform = Platform.AlwaysAnswering(
            Reply.Json("""[{"agent_id":"a","version":0},{"agent_id":"b","version":"prod"}]"""));

        var error = await platform.FailToListAgentsAsync();

        Assert.StartsWith(
            "The response ends with an unreadable row", error.Message, StringComparison.Ordinal);
    }
}
