using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.SetAssignment;

/// <summary>Tests the verbose line of each request, for success and failure.</summary>
public sealed class VerboseTests
{
    [Fact]
    public async Task Each_request_has_a_line_with_method_path_status_attempts_and_milliseconds()
    {
        await using var platform =
            await ConnectedPlatform.AnsweringNumbersAsync(number => number == "102" ? Reply.Json("{}", 404) : null);

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment '+14155550100', 102 agent_a -Verbose");

        Assert.Collection(
            Requests(outcome.Verbose),
            line => Assert.Matches(@"^PUT /api/numbers/%2B14155550100/agent: 200, 1 attempt, \d+ ms$", line),
            line => Assert.Matches(@"^PUT /api/numbers/102/agent: 404, 1 attempt, \d+ ms$", line));
    }

    [Fact]
    public async Task Retries_are_counted()
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(
                Reply.Json("{}", 503, ("retry-after-ms", "1")),
                Reply.Json("{}", 429, ("retry-after-ms", "1")),
                Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("101")))),
            "");

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a -Verbose");

        Assert.Matches(@"^PUT /api/numbers/101/agent: 200, 3 attempts, \d+ ms$",
            Assert.Single(Requests(outcome.Verbose)));
    }

    [Fact]
    public async Task A_request_without_an_answer_has_a_line_too()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(Reply.Reset());

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a -Verbose");

        Assert.Matches(
            @"^PUT /api/numbers/101/agent: no response, 1 attempt, \d+ ms$",
            Assert.Single(Requests(outcome.Verbose)));
    }

    [Theory]
    [InlineData("Get-UponAiNumber 101")]
    [InlineData("[pscustomobject]@{ Number = 101; TimeRouting = 'true' } | Compare-UponAiNumberAssignment")]
    [InlineData("Set-UponAiNumberAssignment 101 agent_a -SkipUnchanged")]
    public async Task A_list_of_numbers_has_a_line(string script)
    {
        await using var platform =
            await ListingPlatform.OfAsync(ListingPlatform.Number("101", inbound: ListingPlatform.Split("agent_a")));

        var outcome = await platform.RunAsync(script + " -Verbose");

        Assert.Matches(@"^GET /api/numbers/AC1: 200, 1 attempt, \d+ ms$", Assert.Single(Requests(outcome.Verbose)));
    }

    [Fact]
    public async Task Each_page_of_agents_has_a_line()
    {
        await using var platform =
            await ConnectedPlatform.AnsweringAsync(Reply.Json("""[{"agent_id":"agent_a"}]"""), Reply.Json("[]"));

        var outcome = await platform.RunAsync("Get-UponAiAgent -Verbose");

        Assert.Collection(Requests(outcome.Verbose), AssertPage, AssertPage);

        static void AssertPage(string line) => Assert.Matches(@"^GET /api/agents: 200, 1 attempt, \d+ ms$", line);
    }

    [Fact]
    public async Task A_list_that_fails_has_a_line()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(Reply.Json("{}", 403));

        var outcome = await platform.RunAsync("Get-UponAiAgent agent_a -AllVersions -Verbose");

        Assert.Matches(@"^GET /api/agents/agent_a/versions: 403, 1 attempt, \d+ ms$",
            Assert.Single(Requests(outcome.Verbose)));
    }

    [Fact]
    public async Task Without_Verbose_there_is_no_line()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a");

        Assert.Empty(outcome.Verbose);
        Assert.Empty(platform.Engine.Screen.Written);
    }

    [Theory]
    [InlineData("-Debug:$false", true)]
    [InlineData("-Debug", false)]
    public async Task Only_Debug_moves_the_lines_to_the_debug_stream(string debug, bool isVerbose)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            $"$VerbosePreference = 'Continue'; Set-UponAiNumberAssignment 101 agent_a -Confirm:$false {debug}");

        Assert.Equal(isVerbose, Requests(outcome.Verbose).Any());
        Assert.Equal(!isVerbose, Requests(outcome.Debug).Any());
    }

    [Fact]
    public async Task A_preference_of_a_function_is_text_and_counts_too()
    {
        await using var platform = await ListingPlatform.OfAsync(ListingPlatform.Number("101"));

        var outcome = await platform.RunAsync(
            "function Show { $DebugPreference = 'Continue'; Get-UponAiNumber 101 }; Show");

        Assert.Contains("/api/numbers/AC1", Assert.Single(outcome.Debug), StringComparison.Ordinal);
    }

    // The engine adds the lines of ShouldProcess. The run adds its pacing and its summary.
    private static IEnumerable<string> Requests(IReadOnlyList<string> lines) =>
        lines.Where(
            line =>
                line.StartsWith("PUT ", StringComparison.Ordinal) || line.StartsWith("GET ", StringComparison.Ordinal));
}
