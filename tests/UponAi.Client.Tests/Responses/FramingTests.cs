using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

/// <summary>Tests the ways in which HTTP may deliver a good response.</summary>
public sealed class FramingTests
{
    private const string Good = """{"numbers":[{"number":"+14155550100","id":42}]}""";

    public static TheoryData<string, Reply> Framings => new()
    {

        {
            "chunks",
            Reply.Raw(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1\r\n{\r\n2E;x=y\r\n" + Good[1..] + "\r\n0\r\nX-Trailer: 1\r\n\r\n")
        },
        { "no length", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + Good).ThenClose() },
        { "HTTP/1.0", Reply.Raw("HTTP/1.0 200 OK\r\n\r\n" + Good).ThenClose() },

        {
            "interim answers",
            Reply.Raw(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 47\r\n\r\n" + Good)
        },
        { "no reason phrase", Reply.Raw("HTTP/1.1 200\r\nContent-Length: 47\r\n\r\n" + Good) },
        { "another content type", Reply.Text(Good, "text/plain") },
        { "a quoted charset", Reply.Text(Good, "application/json; charset=\"UTF-8\"") },
        { "pieces", Reply.Slow(Good, pieces: 5, TimeSpan.FromMilliseconds(1)) },
    };

    [Theory]
    [MemberData(nameof(Framings))]
    public async Task A_good_answer_is_read(string what, Reply reply)
    {
        await using var platform = Platform.Answering(reply);

        var outcome = await platform.UpdateAsync(TestAssignments.For() with { TimeRouting = true });

        Assert.True(outcome.PhoneNumber.Id == 42, what);
        Assert.Equal(1, outcome.Request.Attempts);
    }
}
