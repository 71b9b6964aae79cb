using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Errors;

/// <summary>
/// Tests the error of a response: the id and the category for scripts, the row, and a helpful message. The next row
/// still runs.
/// </summary>
public sealed class PlatformErrorsTests
{
    [Theory]
    [InlineData(
        400, "UponAi.InvalidAssignment", ErrorCategory.InvalidArgument,
        "The platform refused the assignment of 101 (status 400): Said so.")]
    [InlineData(
        401, "UponAi.Unauthorized", ErrorCategory.AuthenticationError,
        "Generate a token in the profile settings at app.uponai.com, and connect again (status 401): Said so.")]
    [InlineData(
        403, "UponAi.Forbidden", ErrorCategory.PermissionDenied,
        "The token may not use account AC1 or its workspace 7 (status 403): Said so.")]
    [InlineData(
        404, "UponAi.NotFound", ErrorCategory.ObjectNotFound,
        "The platform has no number 101 in workspace 7, or no such workspace (status 404): Said so.")]
    [InlineData(408, "UponAi.Timeout", ErrorCategory.OperationTimeout, "in time, tried once (status 408): Said so.")]
    [InlineData(
        429, "UponAi.RateLimited", ErrorCategory.LimitsExceeded,
        "accepts no more requests now, tried once (status 429): Said so.")]
    [InlineData(
        500, "UponAi.ServiceUnavailable", ErrorCategory.ResourceUnavailable,
        "The platform failed, tried once (status 500): Said so.")]
    [InlineData(
        503, "UponAi.ServiceUnavailable", ErrorCategory.ResourceUnavailable,
        "The platform failed, tried once (status 503): Said so.")]
    [InlineData(302, "UponAi.RequestFailed", ErrorCategory.InvalidResult, "Redirects are not followed")]
    [InlineData(
        418, "UponAi.RequestFailed", ErrorCategory.InvalidResult,
        "The contract does not have such a response (status 418): Said so.")]
    public Task A_status_ends_the_row_as(int status, string id, ErrorCategory category, string message) =>
        FailsAsync(Reply.Json(UpdateAnswers.Error("Said so."), status), id, category, message);

    [Fact]
    public Task An_answer_with_success_false_ends_the_row_as_UpdateRejected() => FailsAsync(
        Reply.Json("""{"success":false,"message":"Number is locked."}"""),
        "UponAi.UpdateRejected",
        ErrorCategory.InvalidResult,
        "It says: Number is locked.");

    [Fact]
    public async Task The_platforms_words_are_shown_without_escape_sequences_and_control_characters()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json(UpdateAnswers.Error("No\u001b[31m red\u0007\r\nhere"), 400));

        var error = (await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a")).SingleError();

        Assert.EndsWith(": No red here", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-UponAiNumberAssignment 101 agent_a")]
    [InlineData("Clear-UponAiNumberAssignment 101 -Confirm:$false")]
    public async Task Both_commands_name_themselves_behind_the_id(string script)
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(Reply.Json("{}", 404));

        var error = (await platform.RunAsync(script)).SingleError();

        var verb = script.Split('-')[0];
        Assert.Equal(
            $"UponAi.NotFound,UponAi.PowerShell.Commands.{verb}UponAiNumberAssignmentCommand",
            error.FullyQualifiedErrorId);
    }

    [Fact]
    public async Task A_number_given_as_a_parameter_is_the_target()
    {
        await using var platform =
            await ConnectedPlatform.AnsweringNumbersAsync(number => number == "102" ? Reply.Json("{}", 404) : null);

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment -Number 101, 102, 103 -InboundAgent agent_a");

        Assert.Equal("102", Assert.Single(outcome.Errors).Target());
        Assert.Equal(["101", "103"], outcome.Texts);
    }

    [Fact]
    public async Task The_number_is_the_target_where_agents_are_piped()
    {
        await using var platform =
            await ConnectedPlatform.AnsweringNumbersAsync(number => number == "101" ? Reply.Json("{}", 404) : null);

        var outcome =
            await platform.RunAsync("New-UponAiAgentRef agent_a | Set-UponAiNumberAssignment -Number 101, 102");

        Assert.Equal("101", Assert.Single(outcome.Errors).Target());
        Assert.Equal(["102"], outcome.Texts);
    }

    [Fact]
    public async Task A_failed_row_can_be_piped_again()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json("{}", 400),
            Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("101"))));

        var outcome = await platform.RunAsync(
            """
            [pscustomobject]@{ Number = '101'; InboundAgent = 'agent_a' } |
                Set-UponAiNumberAssignment -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.TargetObject | Set-UponAiNumberAssignment
            """);

        Assert.Equal("101", outcome.Single().ToString());
        Assert.Equal(2, platform.Bodies.Count);
        Assert.Equal(platform.Bodies[0], platform.Bodies[1]);
    }

    /// <summary>Two rows. The first row gets the reply.</summary>
    private static async Task FailsAsync(Reply reply, string id, ErrorCategory category, string message)
    {
        var rows = new[] { Row("101"), Row("102") };
        // After a refused token, later requests are not sent.
        var bothSent = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(number =>
        {
            if (number == "101") return reply.After(bothSent.Task);
            bothSent.TrySetResult();
            return null;
        });

        var outcome = await platform.RunAsync(
            "try { $rows | Set-UponAiNumberAssignment } catch { 'terminated' }",
            ("rows", rows));

        Assert.Equal(["102"], outcome.Texts);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal((id, category), (error.Id(), error.Category()));
        Assert.Same(rows[0], error.TargetObject);
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
    }

    private static PSObject Row(string number)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Number", number));
        row.Properties.Add(new PSNoteProperty("InboundAgent", "agent_a"));
        return row;
    }
}
