using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Requests;

public sealed class PathTests
{
    [Theory]
    [InlineData("+14155550100", "/api/numbers/%2B14155550100/agent")]
    [InlineData("101", "/api/numbers/101/agent")]
    [InlineData("0102", "/api/numbers/0102/agent")]
    [InlineData("+14155550100;ext=7", "/api/numbers/%2B14155550100%3Bext%3D7/agent")]
    [InlineData("desk:7@floor+2&a=b", "/api/numbers/desk%3A7%40floor%2B2%26a%3Db/agent")]
    public async Task The_number_travels_as_one_escaped_segment(string number, string target)
    {
        var request = await Platform.CaptureAsync(TestAssignments.Inbound("agent_a", number));

        Assert.Equal($"PUT {target} HTTP/1.1", request.RequestLine);
    }

    [Theory]
    [InlineData("", "/api/numbers/101/agent")]
    [InlineData("/", "/api/numbers/101/agent")]
    [InlineData("/voice", "/voice/api/numbers/101/agent")]
    [InlineData("/voice/v2/", "/voice/v2/api/numbers/101/agent")]
    [InlineData("/a%2Fb", "/a%2Fb/api/numbers/101/agent")]
    public async Task The_path_of_the_base_address_goes_in_front(string prefix, string target)
    {
        await using var server = ScriptedServer.Start(request => Reply.Json(UpdateAnswers.Agreeing(request)));
        using var client =
            new UponAiClient(Settings.For(new Uri(server.BaseUri.GetLeftPart(UriPartial.Authority) + prefix)));

        var outcome = await client.UpdateAsync(
            TestAssignments.Inbound("agent_a", "101"),
            TestAssignments.Scope,
            TestTimeout.Token);

        Assert.Equal(target, Assert.Single(server.Requests).Target);
        Assert.Equal(target, outcome.Request.Path);
    }
}
