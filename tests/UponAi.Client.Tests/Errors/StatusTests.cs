using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

/// <summary>Tests the error and the message of each status other than 200.</summary>
public sealed class StatusTests
{
    private const string Warning = UnknownEffectTests.Warning;

    [Theory]
    [InlineData("14155550100", true)]
    [InlineData("12345678", true)]
    [InlineData("999999999999999", true)]
    [InlineData("1234567", false)]
    [InlineData("1234567890123456", false)]
    [InlineData("1415555x100", false)]
    [InlineData("101", false)]
    [InlineData("0415555010", false)]
    [InlineData("+14155550100", false)]
    public async Task An_unknown_number_that_lacks_its_plus_gets_the_hint(string number, bool isHinted)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Error("No such number."), 404));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a", number));

        Assert.Equal(
            isHinted,
            error.Message.Contains($"Did you mean +{number}? A spreadsheet drops the +", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        400, UponAiError.InvalidAssignment, 1,
        "The platform refused the assignment of +14155550100 (status 400): Says the platform.")]
    [InlineData(
        401, UponAiError.Unauthorized, 1,
        "The platform refused the token. The token is missing, wrong or expired. Generate a token in the "
        + "profile settings at app.uponai.com, and connect again (status 401): Says the platform.")]
    [InlineData(
        403, UponAiError.Forbidden, 1,
        "The token may not use account AC1 or its workspace 7 (status 403): Says the platform.")]
    [InlineData(
        404, UponAiError.NotFound, 1,
        "The platform has no number +14155550100 in workspace 7, or no such workspace (status 404): Says "
        + "the platform.")]
    [InlineData(
        408, UponAiError.Timeout, 5,
        "The platform did not receive the request in time, tried 5 times (status 408): Says the platform.")]
    [InlineData(
        500, UponAiError.ServiceUnavailable, 5,
        "The platform failed, tried 5 times (status 500): Says the platform." + Warning)]
    [InlineData(
        503, UponAiError.ServiceUnavailable, 5,
        "The platform failed, tried 5 times (status 503): Says the platform." + Warning)]
    [InlineData(
        599, UponAiError.ServiceUnavailable, 5,
        "The platform failed, tried 5 times (status 599): Says the platform." + Warning)]
    [InlineData(
        201, UponAiError.RequestFailed, 1,
        "The contract does not have such a response (status 201): Says the platform." + Warning)]
    [InlineData(
        202, UponAiError.RequestFailed, 1,
        "The contract does not have such a response (status 202): Says the platform." + Warning)]
    [InlineData(
        207, UponAiError.RequestFailed, 1,
        "The contract does not have such a response (status 207): Says the platform." + Warning)]
    [InlineData(
        409, UponAiError.RequestFailed, 1,
        "The contract does not have such a response (status 409): Says the platform.")]
    [InlineData(
        422, UponAiError.RequestFailed, 1,
        "The contract does not have such a response (status 422): Says the platform.")]
    public async Task A_status_is_an_error_with_the_platforms_words(
        int status, UponAiError kind, int attempts, string message)
    {
        await using var platform =
            Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Error("Says the platform."), status));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(kind, error.Error);
        Assert.Equal("UponAi." + kind, error.ErrorId);
        Assert.Equal(message, error.Message);
        Assert.Equal(status, error.StatusCode);
        Assert.Equal(
            ("PUT", "/api/numbers/%2B14155550100/agent", attempts),
            (error.Request!.Method, error.Request.Path, error.Request.Attempts));
        Assert.Equal(attempts, platform.Server.Requests.Count);
    }

    [Theory]
    [InlineData(400, "Agent 'agent_a' is unknown", true)]
    [InlineData(404, "agent_a was not found.", true)]
    [InlineData(404, "No such agent (agent_a)", true)]
    [InlineData(400, "Agent 'agent_ab' is unknown.", false)]
    [InlineData(400, "An agent is unknown.", false)]
    [InlineData(403, "agent_a is not yours.", false)]
    public async Task A_refusal_that_names_an_agent_of_the_request_says_what_lists_the_agents(
        int status, string reason, bool isHinted)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Error(reason), status));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.EndsWith(
            reason + (isHinted
                ? (reason[^1] == '.' ? "" : ".") + " Get-UponAiAgent -AllVersions lists the agents and their versions."
                : ""),
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204, Warning)]
    [InlineData(304, "")]
    public async Task A_status_without_a_body_is_an_error_too(int status, string warning)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Bytes([], contentType: null, status));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal((UponAiError.RequestFailed, status), (error.Error, error.StatusCode));
        Assert.EndsWith($"(status {status}).{warning}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"\u001b[31mNo\u001b[0m \u009b1magent\u0007\r\n\u202eleft"}""", "No agent left")]
    [InlineData("""{"error":"\u001b]0;title\u0007Agent\u001b]8;;https://evil.example\u001b\\ gone"}""", "Agent gone")]
    [InlineData("""{"code":7,"details":{"error":"inner"},"error":"outer"}""", "outer")]
    [InlineData("\ufeff{\"error\":\"marked\"}", "marked")]
    [InlineData("""{"error":"cut off""", "{\"error\":\"cut off")]
    [InlineData("""{"error":{"message":"nested"}}""", "{\"error\":{\"message\":\"nested\"}}")]
    [InlineData("""{"error":null}""", "{\"error\":null}")]
    [InlineData("""{"message":"other"}""", "{\"message\":\"other\"}")]
    [InlineData("[]", "[]")]
    [InlineData("<html>\n<h1>\u001b[5mBad\u001b[0m request</h1>", "<html> <h1>Bad request</h1>")]
    public async Task The_platforms_words_are_shown_without_control_characters(string body, string shown)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Text(body, "text/plain", 400));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal("The platform refused the assignment of +14155550100 (status 400): " + shown, error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"error":""}""")]
    [InlineData("\u001b[0m \r\n")]
    public async Task An_error_without_words_ends_with_its_status(string body)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Text(body, "text/plain", 400));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal("The platform refused the assignment of +14155550100 (status 400).", error.Message);
    }

    [Fact]
    public async Task Long_words_are_cut()
    {
        await using var platform =
            Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Error(new string('x', 5000)), 400));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.EndsWith(": " + new string('x', 200), error.Message, StringComparison.Ordinal);
    }
}
