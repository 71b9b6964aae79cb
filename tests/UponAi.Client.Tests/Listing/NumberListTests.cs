using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>Tests the list of numbers in both shapes that the platform may use.</summary>
public sealed class NumberListTests
{
    private const string Two = """
        [{"number":"+14155550100","workspace_id":7,
          "inbound_agents":[{"agent_id":"agent_a","agent_version":0,"weight":0.5},
                            {"agent_id":"agent_b","agent_version":null,"weight":"0.5"}]},
         {"number":"101","agent_id":"agent_c","outbound_agent_version":2,"region":{"code":"de"}}]
        """;

    public static TheoryData<string> Shapes =>
    [
        Two,
        "\ufeff" + Two,
        $$"""{"success":true,"numbers":{{Two}}}""",
        $$"""{"numbers":{{Two}},"success":true,"message":"Two.","total":2}""",
        $$"""{"meta":{"numbers":[1]},"list":[{"a":[]}],"numbers":{{Two}}}""",
        $$"""{"success":"true","message":null,"numbers":{{Two}}}""",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_shape_gives_the_same_numbers(string body)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var numbers = await platform.ListNumbersAsync();

        Assert.Equal(["+14155550100", "101"], numbers.Select(number => number.Number));
        Assert.Equal("agent_a@0=0.5;agent_b=0.5", numbers[0].GetInbound().ToString());
        Assert.Equal(
            PhoneNumberProperties.Number | PhoneNumberProperties.WorkspaceId | PhoneNumberProperties.InboundAgents,
            numbers[0].ReturnedProperties);
        Assert.Equal("agent_c@2", numbers[1].GetOutbound().ToString());
        Assert.Equal("""{"code":"de"}""", numbers[1].AdditionalProperties["region"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"success":true,"numbers":[]}""")]
    [InlineData("""{"success":true,"numbers":null}""")]
    public async Task An_account_may_have_none(string body)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        Assert.Empty(await platform.ListNumbersAsync());
    }

    [Fact]
    public async Task The_request_is_a_GET_with_these_headers_and_no_body()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("[]"));
        await platform.ListNumbersAsync();

        var request = Assert.Single(platform.Server.Requests);

        Assert.Equal("GET /api/numbers/AC1 HTTP/1.1", request.RequestLine);
        Assert.Equal("", request.Body);
        Assert.Equal(
            [
                "Accept-Encoding: gzip, deflate, br",
                "Accept: application/json",
                "Authorization: Bearer " + Settings.Token,
                "Host: " + platform.Server.BaseUri.Authority,
                "User-Agent: UponAi/1.2.3 PowerShell/7.6.9",
            ],
            request.Headers.Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Failures_that_may_pass_are_repeated_and_nothing_of_them_stays()
    {
        await using var platform = Platform.Answering(
            Reply.Json("", 503), Reply.ResetInBody(Two), Reply.CutOff(Two), Reply.Json("", 429, ("Retry-After", "1")),
            Reply.Json(Two));

        Assert.Equal(2, (await platform.ListNumbersAsync()).Count);
        Assert.Equal(5, platform.Server.Requests.Count);
        Assert.Contains(TimeSpan.FromSeconds(1), platform.Time.Waits);
    }

    [Fact]
    public async Task Rows_that_were_read_before_a_list_broke_off_are_not_kept()
    {
        var body = "["
            + string.Join(',', Enumerable.Repeat($$"""{"number":"101","note":"{{new string('x', 1000)}}"}""", 200))
            + "]";
        await using var platform = Platform.Answering(Reply.CutOff(body), Reply.Json(Two));

        Assert.Equal(2, (await platform.ListNumbersAsync()).Count);
    }

    [Fact]
    public async Task Lists_and_changes_share_what_is_known_of_the_token()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("", 401));
        await platform.FailToListNumbersAsync();
        await platform.FailToListAgentsAsync();

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(UponAiError.Unauthorized, error.Error);
        Assert.StartsWith("Not sent: ", error.Message, StringComparison.Ordinal);
        Assert.Single(platform.Server.Requests);
    }
}
