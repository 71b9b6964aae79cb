using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

public sealed class RejectionTests
{
    [Theory]
    [InlineData("false")]
    [InlineData("\"false\"")]
    [InlineData("\"False\"")]
    public async Task An_explicit_success_false_is_an_error_with_the_platforms_reason(string success)
    {
        await using var platform = Platform.Answering(Reply.Json(
            $$"""{"numbers":[{"number":"+14155550100"}]"""
            + $$""","message":"The agent is \u001b[31mretired\u001b[0m.","success":{{success}}}"""));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(UponAiError.UpdateRejected, error.Error);
        Assert.Equal(
            "The platform did not make the change to +14155550100. It says: The agent is retired.",
            error.Message);
        Assert.Equal((200, 1), (error.StatusCode, error.Request!.Attempts));
    }

    [Fact]
    public async Task A_rejection_without_a_reason_says_so()
    {
        await using var platform = Platform.Answering(Reply.Json("""{"success":false,"message":null}"""));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal("The platform did not make the change to +14155550100. It gives no reason.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"success\":null,")]
    [InlineData("\"success\":true,")]
    [InlineData("\"success\":\"true\",")]
    public async Task Nothing_but_an_explicit_false_rejects(string success)
    {
        await using var platform =
            Platform.Answering(Reply.Json($$"""{{{success}}"numbers":[{"number":"+14155550100"}]}"""));

        var outcome = await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(TestAssignments.Number, outcome.PhoneNumber.Number);
        Assert.Empty(outcome.Warnings);
        Assert.Null(outcome.ImportFailure);
    }
}
