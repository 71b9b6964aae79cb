using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

/// <summary>
/// Tests the messages of missing and incomplete responses. The fault matrix tests which fault is which error.
/// </summary>
public sealed class ConnectionTests
{
    private static readonly string Good = UpdateAnswers.Of(UpdateAnswers.FullNumber(TestAssignments.Number));

    [Fact]
    public async Task A_refused_connection_is_tried_again_and_then_reported()
    {
        await using var port = new RefusingPort();
        var error = await FailAsync(port.BaseUri);

        Assert.Equal(UponAiError.ConnectionFailed, error.Error);
        Assert.Null(error.StatusCode);
        Assert.Equal(5, error.Request!.Attempts);
        Assert.StartsWith($"No response from {port.BaseUri.Authority}: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            ". Tried 5 times. Check the address, the network and the proxy.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_reported_with_the_name()
    {
        var error = await FailAsync(new Uri("https://platform.invalid"));

        Assert.Equal(UponAiError.ConnectionFailed, error.Error);
        Assert.StartsWith("No response from platform.invalid: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, error.Request!.Attempts);
    }

    [Fact]
    public async Task An_answer_that_ends_early_is_reported_as_such()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.CutOff(Good));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.StartsWith(
            "The response was cut off or damaged (status 200, application/json; it ",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(200, error.StatusCode);
    }

    [Fact]
    public async Task A_connection_that_is_closed_is_reported_with_the_innermost_reason()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Hangup());

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.StartsWith(
            $"No response from {platform.Server.BaseUri.Authority}: The response ended prematurely",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_not_HTTP_and_repeats_the_token_is_no_answer()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Raw($"Bearer {Settings.Token}\r\n\r\n").ThenClose());

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal((UponAiError.ConnectionFailed, 5), (error.Error, error.Request!.Attempts));
        Assert.StartsWith(
            $"No response from {platform.Server.BaseUri.Authority}: The response is not HTTP, and repeats "
            + "the token. Tried 5 times.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_attempts_before_do_not_colour_the_last_ones_error()
    {
        await using var platform = Platform.Answering(
            Reply.Json("", 503), Reply.CutOff(Good), Reply.Reset(), Reply.Json(UpdateAnswers.Error("gone"), 404));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal((UponAiError.NotFound, 404, 4), (error.Error, error.StatusCode, error.Request!.Attempts));
        Assert.EndsWith(": gone." + UnknownEffectTests.Warning, error.Message, StringComparison.Ordinal);
    }

    private static async Task<UponAiException> FailAsync(Uri baseUri)
    {
        var settings = Settings.For(baseUri);
        using var client = new UponAiClient(settings, new SkippingTime(settings));
        return await Assert.ThrowsAsync<UponAiException>(
            () => client.UpdateAsync(TestAssignments.Inbound("agent_a"), TestAssignments.Scope, TestTimeout.Token));
    }
}
