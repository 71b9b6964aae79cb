using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

public sealed class ResponseVerificationTests
{
    [Theory]
    [InlineData("a@1=0.5;b=0.5", """[{"agent_id":"b","weight":0.5},{"agent_id":"a","agent_version":1,"weight":0.5}]""")]
    [InlineData(
        "a;b;c",
        """[{"agent_id":"c","weight":0.333334},{"agent_id":"b","weight":0.3333335}"""
        + """,{"agent_id":"a","weight":0.333332}]""")]
    [InlineData("a", """[{"agent_id":"a","agent_version":9,"weight":1.0}]""")]
    [InlineData("a@3", """[{"agent_id":"a","weight":1}]""")]
    [InlineData("a@3", """[{"agent_id":"a","agent_version":3}]""")]
    [InlineData("a@3", """[{"agent_id":"a","agent_version":"3","weight":null}]""")]
    [InlineData(
        "a=0.5;a@3=0.5",
        """[{"agent_id":"a","agent_version":3,"weight":0.5},{"agent_id":"a","agent_version":7,"weight":0.5}]""")]
    [InlineData(
        "a@0=0.9;b@0=0.1",
        """[{"agent_id":"a","agent_version":0,"weight":0.9},{"agent_id":"b","agent_version":0,"weight":1e-1}]""")]
    public async Task Equal_agents_in_any_order_are_no_difference(string asked, string answered)
    {
        Assert.Empty(await WarningsAsync(TestAssignments.Inbound(asked), $"\"inbound_agents\":{answered}"));
        Assert.Empty(await WarningsAsync(TestAssignments.Outbound(asked), $"\"outbound_agents\":{answered}"));
    }

    [Theory]
    [InlineData("a", "[]", "a", "none")]
    [InlineData("a", "null", "a", "none")]
    [InlineData("a", """[{"agent_id":"b","weight":1}]""", "a", "b")]
    [InlineData("a", """[{"agent_id":"A","weight":1}]""", "a", "A")]
    [InlineData("a@3", """[{"agent_id":"a","agent_version":4,"weight":1}]""", "a@3", "a@4")]
    [InlineData("a@0", """[{"agent_id":"a","agent_version":1,"weight":1}]""", "a@0", "a@1")]
    [InlineData(
        "a=0.5;b=0.5", """[{"agent_id":"a","weight":0.5},{"agent_id":"b","weight":0.499998}]""", "a 50%, b 50%",
        "a 50%, b 49.9998%")]
    [InlineData(
        "a=0.9;b=0.1", """[{"agent_id":"a","weight":0.1},{"agent_id":"b","weight":0.9}]""", "a 90%, b 10%",
        "a 10%, b 90%")]
    [InlineData(
        "a=0.9;b=0.1", """[{"agent_id":"a","weight":90},{"agent_id":"b","weight":10}]""", "a 90%, b 10%",
        "a 9000%, b 1000%")]
    [InlineData("a;b", """[{"agent_id":"a","weight":1}]""", "a 50%, b 50%", "a")]
    [InlineData("a", """[{"agent_id":"a","weight":1},{"agent_id":"b","weight":0}]""", "a", "a 100%, b 0%")]
    [InlineData("a@3", """[{"agent_id":"a","agent_version":3,"weight":0}]""", "a@3", "a@3 0%")]
    [InlineData("a", """[{"agent_id":"a","weight":0.5}]""", "a", "a 50%")]
    [InlineData(
        "a;b", """[{"agent_id":"a","weight":0.5},{"agent_id":"a","weight":0.5}]""", "a 50%, b 50%", "a 50%, a 50%")]
    [InlineData(
        "a@1;a@2",
        """[{"agent_id":"a","agent_version":1,"weight":0.5},{"agent_id":"a","agent_version":1,"weight":0.5}]""",
        "a@1 50%, a@2 50%", "a@1 50%, a@1 50%")]
    [InlineData("a", """[{"agent_id":"\u001b[31mevil","weight":1}]""", "a", "evil")]
    public async Task Other_agents_versions_or_weights_are_named(
        string asked, string answered, string shownAsked, string shownAnswered)
    {
        Assert.Equal(
            [$"+14155550100: inbound was requested as {shownAsked}, but the platform reports {shownAnswered}."],
            await WarningsAsync(TestAssignments.Inbound(asked), $"\"inbound_agents\":{answered}"));
        Assert.Equal(
            [$"+14155550100: outbound was requested as {shownAsked}, but the platform reports {shownAnswered}."],
            await WarningsAsync(TestAssignments.Outbound(asked), $"\"outbound_agents\":{answered}"));
    }

    [Theory]
    [InlineData("a@3", "\"agent_id\":\"a\",\"outbound_agent_version\":3")]
    [InlineData("a@3", "\"agent_id\":\"a\"")]
    [InlineData("a@3", "\"agent_id\":\"a\",\"outbound_agent_version\":null,\"outbound_agents\":null")]
    [InlineData("a@3", "\"agent_id\":\"a\",\"outbound_agent_version\":3,\"outbound_agents\":[]")]
    [InlineData("a;b", "\"agent_id\":\"b\"")]
    [InlineData("a;b", "\"id\":1")]
    [InlineData("a", "\"agent_id\":null")]
    [InlineData("a", "\"agent_id\":\"\"")]
    [InlineData("a;b", "\"agent_id\":null")]
    public async Task A_lone_id_says_no_more_than_it_says(string asked, string members) =>
        Assert.Empty(await WarningsAsync(TestAssignments.Outbound(asked), members));

    [Theory]
    [InlineData("a@3", "\"agent_id\":\"a\",\"outbound_agent_version\":4", "a@3", "a@4")]
    [InlineData("a;b", "\"agent_id\":\"c\"", "a 50%, b 50%", "c")]
    [InlineData("a;b", "\"agent_id\":\"b\",\"outbound_agents\":[]", "a 50%, b 50%", "b")]
    [InlineData("a", "\"agent_id\":null,\"outbound_agents\":[]", "a", "none")]
    [InlineData("a;b", "\"agent_id\":null,\"outbound_agents\":null", "a 50%, b 50%", "none")]
    public async Task A_lone_id_that_differs_is_named(
        string asked, string members, string shownAsked, string shownAnswered) =>
        Assert.Equal(
        [$"+14155550100: outbound was requested as {shownAsked}, but the platform reports {shownAnswered}."],
        await WarningsAsync(TestAssignments.Outbound(asked), members));

    private static async Task<IReadOnlyList<string>> WarningsAsync(NumberAssignment asked, string members)
    {
        await using var platform =
            Platform.Answering(Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(TestAssignments.Number, members))));
        return (await platform.UpdateAsync(asked)).Warnings;
    }
}
