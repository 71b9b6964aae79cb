using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Requests;

/// <summary>Tests the data for the vendor's support: ids of the response, and descriptions of the attempts.</summary>
public sealed class SupportTests
{
    private static readonly (string Name, string Value)[] Ids =
    [
        ("x-request-id", "4f2a"),
        ("request-id", "7b"),
        ("cf-ray", "8c1d-FRA"),
        ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        ("Date", "Sat, 28 Nov 2026 17:02:19 GMT"),
    ];

    [Fact]
    public async Task An_error_carries_the_ids_and_the_date()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Error("No."), 404, Ids));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(
            new SupportData(
                "4f2a",
                "7b",
                "8c1d-FRA",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                new DateTimeOffset(2026, 11, 28, 17, 2, 19, TimeSpan.Zero)),
            error.Support);
        Assert.EndsWith(
            ": No. For the platform's support: x-request-id 4f2a, request-id 7b, cf-ray 8c1d-FRA, "
            + "traceparent 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, date 2026-11-28T17:02:19Z.",
            error.Message,
            StringComparison.Ordinal);
        Assert.EndsWith(" ms; " + error.Support, error.Request!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_without_them_has_none()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Error("No."), 404));

        Assert.Null((await platform.FailAsync(TestAssignments.Inbound("agent_a"))).Support);
    }

    [Fact]
    public async Task An_echoed_token_is_hidden_in_the_ids()
    {
        await using var platform = Platform.AlwaysAnswering(
            Reply.Json("{}", 404, ("x-request-id", "for " + Settings.Token)));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.DoesNotContain(Settings.Token, error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("for ****", error.Support!.XRequestId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchanges_are_described_while_a_command_wants_them()
    {
        await using var platform = Platform.Answering(
            Reply.Json("later", 503),
            Reply.Json("""{"success":true,"message":"Bearer """ + Settings.Token + "\"}"),
            Reply.Json("""{"success":true}"""));

        UpdateOutcome outcome;
        using (platform.Client.StartTracing())
            outcome = await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(2, outcome.Request.Exchanges.Count);
        var second = outcome.Request.Exchanges[1];
        Assert.Contains(
            "PUT " + platform.Server.BaseUri + "api/numbers/%2B14155550100/agent", second, StringComparison.Ordinal);
        Assert.Contains("Authorization: ********", second, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json", second, StringComparison.Ordinal);
        Assert.Contains("\"inboundAgents\":[{\"agent_id\":\"agent_a\"", second, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 200", second, StringComparison.Ordinal);
        Assert.Contains("\"success\":true", second, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 503", outcome.Request.Exchanges[0], StringComparison.Ordinal);
        Assert.All(
            outcome.Request.Exchanges,
            exchange => Assert.DoesNotContain(Settings.Token, exchange, StringComparison.Ordinal));
        Assert.Empty((await platform.UpdateAsync(TestAssignments.Inbound("agent_a"))).Request.Exchanges);
    }

    [Fact]
    public async Task A_long_list_is_described_by_its_beginning()
    {
        var body = "[" + string.Join(',', Enumerable.Repeat("""{"number":"101"}""", 20_000)) + "]";
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        using var describing = platform.Client.StartTracing();
        var exchange = Assert.Single(
            Assert.Single((await platform.Client.ListNumbersAsync("AC1", TestTimeout.Token)).Requests).Exchanges);

        Assert.Contains("""[{"number":"101"},{"number":"101"},""", exchange, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 340001", exchange, StringComparison.Ordinal);
        Assert.EndsWith("(cut after 4096 characters)", exchange, StringComparison.Ordinal);
        Assert.True(exchange.Length < 6000);
    }

    [Theory]
    [InlineData('é', 2500, true)]
    [InlineData('é', 4086, true)]
    [InlineData('é', 4087, false)]
    [InlineData(' ', 5000, true)]
    [InlineData(' ', 20_000, false)]
    public async Task Only_a_description_that_is_cut_says_so(char filler, int count, bool isWhole)
    {
        var body = "[{\"a\":\"" + new string(filler, count) + "\"}]";
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        using var describing = platform.Client.StartTracing();
        var request = Assert.Single((await platform.Client.ListNumbersAsync("AC1", TestTimeout.Token)).Requests);

        Assert.Equal(isWhole, Assert.Single(request.Exchanges).EndsWith("\"}]", StringComparison.Ordinal));
        Assert.Equal(!isWhole, request.Exchanges[0].EndsWith("characters)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_connection_is_described()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Reset());

        using var describing = platform.Client.StartTracing();
        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(error.Request!.Attempts, error.Request.Exchanges.Count);
        Assert.Contains("No response: ", error.Request.Exchanges[0], StringComparison.Ordinal);
    }
}
