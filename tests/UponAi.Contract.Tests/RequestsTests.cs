using UponAi.Contract.Tests.Judging;

namespace UponAi.Contract.Tests;

/// <summary>Tests that the contract allows every request of the client.</summary>
public sealed class RequestsTests(SharedJudges judges)
{
    [Fact]
    public Task Every_combination_of_unchanged_cleared_and_set_is_allowed() =>
        JudgeAsync(Assignments.Combinations(), 377);

    [Fact]
    public Task Every_number_and_extension_is_allowed() => JudgeAsync(Assignments.Numbers(), 91);

    [Fact]
    public Task Every_webhook_that_is_not_refused_is_allowed() => JudgeAsync(Assignments.WebhookCharacters(), 326);

    private async Task JudgeAsync(IEnumerable<NumberAssignment> assignments, int expected)
    {
        var judge = await judges.AnsweringAlikeAsync();
        using var caller = new Caller(judge.BaseUri);
        var refused = new List<string>();
        var judged = 0;

        foreach (var assignment in assignments)
        {
            judged++;
            try
            {
                await caller.UpdateAsync(assignment);
            }
            catch (UponAiException e)
            {
                refused.Add($"{assignment.Number}: {assignment.Describe()}: {e.Message}");
            }
        }

        Assert.True(refused.Count == 0, string.Join('\n', refused) + '\n' + judge.Objections);
        Assert.Equal(expected, judged);
    }
}
