using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests the line at the end of a run in the verbose and the information stream.</summary>
public sealed class SummaryTests
{
    private const string Pattern = @"^3 rows: 2 succeeded, 1 failed, 0 skipped; 0 retried; \d+\.\d s, [\d,]+ rows/s\.$";

    [Theory]
    [InlineData("-Verbose")]
    [InlineData("-InformationAction Continue")]
    [InlineData("-Verbose -InformationAction Continue")]
    public async Task The_summary_is_shown_once(string switches)
    {
        await using var platform = await ConnectedAsync();

        await platform.RunAsync(
            $"101..103 | Set-UponAiNumberAssignment -InboundAgent agent_a -ErrorAction SilentlyContinue {switches}");

        Assert.Matches(Pattern, Assert.Single(Summaries(platform.Engine.Screen.WrittenLines)));
    }

    [Fact]
    public async Task The_summary_can_go_to_a_variable_without_being_shown()
    {
        await using var platform = await ConnectedAsync();

        var outcome = await platform.RunAsync(
            "$null = 101..103 | Set-UponAiNumberAssignment -InboundAgent agent_a -InformationVariable "
            + "said -ErrorAction SilentlyContinue; \"$said\"; \"$($said.Tags)\"");

        Assert.Matches(Pattern, outcome.Texts[0]);
        Assert.Equal("UponAi.Summary", outcome.Texts[1]);
        Assert.Empty(Summaries(platform.Engine.Screen.WrittenLines));
    }

    [Fact]
    public async Task Retried_rows_are_counted()
    {
        var attempts = 0;
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(
                request =>
                    Interlocked.Increment(ref attempts) == 1 ? Reply.Json(
                        "{}",
                        503,
                        ("retry-after-ms", "1")) : ConnectedPlatform.Agree(request)),
            "");

        var outcome = await platform.RunAsync("101..103 | Set-UponAiNumberAssignment -InboundAgent agent_a -Verbose");

        Assert.StartsWith(
            "3 rows: 3 succeeded, 0 failed, 0 skipped; 1 retried; ",
            Assert.Single(Summaries(outcome.Verbose)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-UponAiNumberAssignment 101 agent_a")]
    [InlineData("Set-UponAiNumberAssignment 101, 102 agent_a -WhatIf")]
    [InlineData("Set-UponAiNumberAssignment 101, 'a b', 'c d' agent_a -WhatIf -ErrorAction SilentlyContinue")]
    public async Task A_single_row_and_a_preview_have_no_summary(string script)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(script + " -Verbose -InformationAction Continue");

        Assert.Empty(Summaries(outcome.Verbose));
        Assert.Empty(Summaries(outcome.Information));
    }

    private static Task<ConnectedPlatform> ConnectedAsync() =>
        ConnectedPlatform.AnsweringNumbersAsync(number => number == "102" ? Reply.Json("{}", 404) : null);

    private static IEnumerable<string> Summaries(IEnumerable<string> lines) =>
        lines.Where(line => line.Contains(" succeeded, ", StringComparison.Ordinal));
}
