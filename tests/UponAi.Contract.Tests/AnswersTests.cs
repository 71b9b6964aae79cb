using UponAi.Contract.Tests.Judging;
using UponAi.Testing;

namespace UponAi.Contract.Tests;

/// <summary>
/// Tests that the client reads every response that the contract allows, even unlikely ones: weights of 0 and below,
/// numbers that are arbitrary text, and only nulls.
/// </summary>
public sealed class AnswersTests(SharedJudges judges)
{
    private const int Draws = 100;

    [Fact]
    public async Task The_plainest_answer_is_read_member_by_member()
    {
        var judge = await judges.AnsweringAlikeAsync();
        using var caller = new Caller(judge.BaseUri);

        var outcome = await caller.UpdateAsync(Assignments.Combinations().First());

        // The only number in the response is named "string", so the client uses the assignment of the response.
        Assert.Equal(Assignments.Number, outcome.PhoneNumber.Number);
        Assert.Equal(("string", 0), (outcome.PhoneNumber.AccountSid, outcome.PhoneNumber.WorkspaceId));
        Assert.Equal(
            [("string", 0, 0m)],
            outcome.PhoneNumber.InboundAgents!.Select(agent => (agent.AgentId, agent.AgentVersion, agent.Weight)));
        Assert.Equal(
            [("string", 0, 0m)],
            outcome.PhoneNumber.OutboundAgents!.Select(agent => (agent.AgentId, agent.AgentVersion, agent.Weight)));
        Assert.Equal(
            (true, "string"),
            (outcome.PhoneNumber.PlatformImportError, outcome.PhoneNumber.PlatformImportErrorMessage));
        Assert.Equal("UponAi.PlatformImportFailed", outcome.ImportFailure!.ErrorId);
        Assert.Contains(
            outcome.Warnings,
            warning => warning.Contains("does not list the number", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_by_chance_are_read_or_say_that_the_change_was_not_made()
    {
        var judge = await judges.AnsweringByChanceAsync();
        using var caller = new Caller(judge.BaseUri);
        var (made, rejected) = (0, 0);

        foreach (var assignment in Assignments.Combinations().Take(Draws))
        {
            try
            {
                await caller.UpdateAsync(assignment);
                made++;
            }
            catch (UponAiException e) when (e.ErrorId == "UponAi.UpdateRejected")
            {
                rejected++;
            }
        }

        Assert.Equal(Draws, made + rejected);
        Assert.True(made > 0 && rejected > 0, $"{made} made, {rejected} rejected");
    }

    [Fact]
    public async Task Numbers_by_chance_are_read_when_they_are_the_one_asked_for()
    {
        var judge = await judges.AnsweringByChanceAsync();
        using var caller = new Caller(judge.BaseUri);
        var read = 0;

        foreach (var assignment in Assignments.Combinations().Take(Draws))
        {
            var (_, listed) = await caller.SendAsync(HttpMethod.Get, "api/numbers/AC1");
            read += await ReadAsync(GeneratedNumbers.RenamedTo(assignment.Number, listed), assignment);
        }

        Assert.True(read >= Draws / 2, $"Only {read} answers had a number.");
    }

    [Theory]
    [InlineData(400, "UponAi.InvalidAssignment")]
    [InlineData(403, "UponAi.Forbidden")]
    [InlineData(404, "UponAi.NotFound")]
    public async Task A_refusal_is_told_with_its_reason(int status, string errorId)
    {
        var judge = await judges.AnsweringAlikeAsync();
        using var caller = new Caller(judge.BaseUri);
        var (given, body) = await caller.SendAsync(
            HttpMethod.Put, "api/numbers/101/agent", """{"accountSid": "AC1", "workspaceId": 1}""",
            prefer: $"code={status}");
        await using var server = ScriptedServer.Start(Reply.Json(body, given));
        using var refused = new Caller(server.BaseUri);

        var error =
            await Assert.ThrowsAsync<UponAiException>(() => refused.UpdateAsync(Assignments.Combinations().First()));

        Assert.Equal((status, errorId), (given, error.ErrorId));
        Assert.EndsWith(": string", error.Message, StringComparison.Ordinal);
    }

    /// <returns>The number of phone numbers in the response.</returns>
    private static async Task<int> ReadAsync(string? answer, NumberAssignment assignment)
    {
        if (answer is null) return 0;
        await using var server = ScriptedServer.Start(Reply.Json(answer));
        using var caller = new Caller(server.BaseUri);
        var outcome = await caller.UpdateAsync(assignment);
        Assert.DoesNotContain(
            outcome.Warnings,
            warning => warning.Contains("does not list the number", StringComparison.Ordinal));
        return 1;
    }
}
