using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

/// <summary>No answer, or not a whole one.</summary>
public sealed class ConnectionTests
{
    private static readonly string Good = UpdateAnswers.Of(UpdateAnswers.FullNumber(Ask.Number));

    public static TheoryData<string, Reply> NoAnswer => new()
    {
        { "a reset before the answer", Reply.Reset() },
        { "a close before the answer", Reply.Hangup() },
        { "a reset in the headers", Reply.ResetInHeaders() },
        { "a close in the headers", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: app").ThenClose() },
        { "something that is not HTTP", Reply.Raw("SSH-2.0-OpenSSH_9.2\r\n").ThenClose() },
    };

    public static TheoryData<string, Reply> HalfAnAnswer => new()
    {
        { "a reset in the body", Reply.ResetInBody(Good) },
        { "a close in the body", Reply.CutOff(Good) },
        { "a close in a chunk", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"success\":true").ThenClose() },
        { "a close between chunks", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"success\":true}\r\n").ThenClose() },
        { "a chunk of no size", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n").ThenClose() },
    };

    [Fact]
    public async Task A_refused_connection_is_tried_again_and_then_reported()
    {
        using var port = new RefusingPort();
        var error = await FailAsync(port.BaseUri);

        Assert.Equal(UponAiError.ConnectionFailed, error.Error);
        Assert.Null(error.StatusCode);
        Assert.Equal(5, error.Request!.Attempts);
        Assert.StartsWith($"No answer from {port.BaseUri.Authority}: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Tried 5 times. Check the address, the network and the proxy.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_reported_with_the_name()
    {
        var error = await FailAsync(new Uri("https://platform.invalid"));

        Assert.Equal(UponAiError.ConnectionFailed, error.Error);
        Assert.StartsWith("No answer from platform.invalid: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, error.Request!.Attempts);
    }

    [Theory]
    [MemberData(nameof(NoAnswer))]
    public async Task A_connection_that_ends_without_an_answer_is_reported(string what, Reply reply)
    {
        await using var platform = Platform.AlwaysAnswering(reply);

        var error = await platform.FailAsync(Ask.Inbound("agent_a"));

        Assert.True(error.Error == UponAiError.ConnectionFailed, $"{what}: {error}");
        Assert.Equal((null, 5), (error.StatusCode, error.Request!.Attempts));
    }

    [Theory]
    [MemberData(nameof(HalfAnAnswer))]
    public async Task An_answer_that_ends_early_is_tried_again_and_then_reported(string what, Reply reply)
    {
        await using var platform = Platform.AlwaysAnswering(reply);

        var error = await platform.FailAsync(Ask.Inbound("agent_a"));

        Assert.True(error.Error == UponAiError.InvalidResponse, $"{what}: {error}");
        Assert.StartsWith("The answer was cut off or damaged (status 200, application/json; it ", error.Message, StringComparison.Ordinal);
        Assert.Equal((200, 5), (error.StatusCode, error.Request!.Attempts));
    }

    [Theory]
    [MemberData(nameof(NoAnswer))]
    [MemberData(nameof(HalfAnAnswer))]
    public async Task One_failure_is_made_good_by_the_next_attempt(string what, Reply reply)
    {
        await using var platform = Platform.Answering(reply, Reply.Json(Good));

        var outcome = await platform.UpdateAsync(Ask.For() with { TimeRouting = true });

        Assert.True(outcome.PhoneNumber.Id == 42, what);
        Assert.Equal((200, 2), (outcome.Request.StatusCode, outcome.Request.Attempts));
    }

    [Fact]
    public async Task The_attempts_before_do_not_colour_the_last_ones_error()
    {
        await using var platform = Platform.Answering(Reply.Json("", 503), Reply.CutOff(Good), Reply.Reset(), Reply.Json(UpdateAnswers.Error("gone"), 404));

        var error = await platform.FailAsync(Ask.Inbound("agent_a"));

        Assert.Equal((UponAiError.NotFound, 404, 4), (error.Error, error.StatusCode, error.Request!.Attempts));
        Assert.EndsWith(": gone", error.Message, StringComparison.Ordinal);
    }

    private static async Task<UponAiException> FailAsync(Uri baseUri)
    {
        var settings = Settings.For(baseUri);
        using var client = new UponAiClient(settings, new SkippingTime(settings));
        return await Assert.ThrowsAsync<UponAiException>(() => client.UpdateAsync(Ask.Inbound("agent_a"), Ask.Scope, Patience.Token));
    }
}
