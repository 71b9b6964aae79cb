using System.Text;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Requests;

public sealed class HeaderTests
{
    [Fact]
    public async Task A_request_has_these_headers_and_no_others()
    {
        await using var platform = Platform.Agreeing();
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        var request = Assert.Single(platform.Server.Requests);

        Assert.Equal(
            [
                "Accept-Encoding: gzip, deflate, br",
                "Accept: application/json",
                "Authorization: Bearer " + Settings.Token,
                "Content-Length: " + Encoding.UTF8.GetByteCount(request.Body),
                "Content-Type: application/json",
                "Host: " + platform.Server.BaseUri.Authority,
                "User-Agent: UponAi/1.2.3 PowerShell/7.6.9",
            ],
            request.Headers.Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_cookie_of_an_answer_is_not_sent_back()
    {
        await using var platform =
            Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Of(), 200, ("Set-Cookie", "session=1; Path=/")));

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(2, platform.Server.Requests.Count);
        Assert.All(platform.Server.Requests, request => Assert.Null(request.Header("Cookie")));
    }

    [Fact]
    public async Task A_retry_repeats_the_request_exactly()
    {
        await using var platform = Platform.Answering(Reply.Json("", 503), Reply.Json(UpdateAnswers.Of()));

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a=0.25;agent_b=0.75"));

        var requests = platform.Server.Requests;
        Assert.Equal(2, requests.Count);
        Assert.Equal(requests[0].RequestLine, requests[1].RequestLine);
        Assert.Equal(requests[0].Headers, requests[1].Headers);
        Assert.Equal(requests[0].Body, requests[1].Body);
    }
}
