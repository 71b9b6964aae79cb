using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Streams;

/// <summary>One verbose line per request, whatever came of it.</summary>
public sealed class VerboseTests
{
    [Fact]
    public async Task Each_request_has_a_line_with_method_path_status_attempts_and_milliseconds()
    {
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(number => number == "102" ? Reply.Json("{}", 404) : null);

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment '+14155550100', 102 agent_a -Verbose");

        Assert.Collection(
            Requests(outcome),
            line => Assert.Matches(@"^PUT /api/numbers/%2B14155550100/agent: 200, 1 attempt, \d+ ms$", line),
            line => Assert.Matches(@"^PUT /api/numbers/102/agent: 404, 1 attempt, \d+ ms$", line));
    }

    [Fact]
    public async Task Retries_are_counted()
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(Reply.Json("{}", 503, ("retry-after-ms", "1")), Reply.Json("{}", 429, ("retry-after-ms", "1")), Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("101")))), "");

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a -Verbose");

        Assert.Matches(@"^PUT /api/numbers/101/agent: 200, 3 attempts, \d+ ms$", Assert.Single(Requests(outcome)));
    }

    [Fact]
    public async Task A_request_without_an_answer_has_a_line_too()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(Reply.Reset());

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a -Verbose");

        Assert.Matches(@"^PUT /api/numbers/101/agent: no answer, 1 attempt, \d+ ms$", Assert.Single(Requests(outcome)));
    }

    [Fact]
    public async Task Without_Verbose_there_is_no_line()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a");

        Assert.Empty(outcome.Verbose);
        Assert.Empty(platform.Engine.Screen.Written);
    }

    // The engine adds what ShouldProcess was asked, the run its pacing and its summary.
    private static IEnumerable<string> Requests(Outcome outcome) => outcome.Verbose.Where(line => line.StartsWith("PUT ", StringComparison.Ordinal));
}
