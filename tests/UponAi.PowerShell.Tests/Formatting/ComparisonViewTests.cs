using UponAi.PowerShell.Tests.Fixtures;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.Formatting;

/// <summary>Tests the view of comparisons, which reads like a diff.</summary>
[Collection(ProcessSettings.Name)]
public sealed class ComparisonViewTests
{
    private const string Compared =
        """
        $compared = @{
            Number            = '+14155550100'
            InboundAgents     = 'agent_b'
            OutboundAgents    = 'agent_c'
            InboundWebhookUrl = 'none'
            TimeRouting       = $false
        },
            @{ Number = '101'; InboundAgents = 'agent_a' }, @{ Number = '102'; InboundAgents = 'agent_a' } |
                Compare-UponAiNumberAssignment

        """;

    private const string Shown =
        """

        +14155550100  changed
        - inbound       agent_a@3 90%
        -               agent_b 10%
        + inbound       agent_b
        - outbound      none
        + outbound      agent_c
        - webhook       https://example.com/old x
        + webhook       none
        - time routing  on
        + time routing  off
        ! not pinned    inbound agent_b
        !               outbound agent_c
        101  unchanged
        ! not pinned    inbound agent_a
        102  not found
        + inbound       agent_a
        ! not pinned    inbound agent_a


        """;

    [Theory]
    [InlineData("$compared")]
    [InlineData(
        "[Management.Automation.PSSerializer]::Deserialize("
            + "[Management.Automation.PSSerializer]::Serialize($compared))")]
    public async Task A_line_for_the_number_and_two_for_each_difference(string comparisons)
    {
        await using var platform = await ListedAsync();

        await platform.RunAsync($"{Compared} {comparisons} | Out-Default");

        AssertWritten(Shown, platform.Engine);
    }

    [Theory]
    [InlineData("$compared")]
    [InlineData(
        "[Management.Automation.PSSerializer]::Deserialize("
            + "[Management.Automation.PSSerializer]::Serialize($compared))")]
    public async Task Under_Constrained_Language_the_lines_are_the_same(string comparisons)
    {
        await using var platform = await ListedAsync();

        await platform.RunAsync(
            $"{Compared} $compared = {comparisons}; $ExecutionContext.SessionState.LanguageMode = "
            + "'ConstrainedLanguage'; $compared | Out-Default");

        AssertWritten(Shown, platform.Engine);
    }

    [Fact]
    public async Task A_property_missing_on_the_platform_is_shown_as_unknown()
    {
        await using var platform = await OfAsync("""{"number":"101"}""");

        await platform.RunAsync(
            "@{ Number = '101'; TimeRouting = $true } | Compare-UponAiNumberAssignment | Out-Default");

        AssertWritten("\n101  changed\n- time routing  (not known)\n+ time routing  on\n\n", platform.Engine);
    }

    [Fact]
    public async Task An_unlisted_number_has_lines_for_its_current_values()
    {
        await using var platform = await OfAsync(
            Number("101", Split("agent_a@3=0.9;agent_b=0.1"), Split("agent_c"), timeRouting: "true"),
            Number("102", Split("agent_a@3"), webhook: "\"https://example.com/hook\""),
            Number("103"));

        await platform.RunAsync("@() | Compare-UponAiNumberAssignment -IncludeUnlisted | Out-Default");

        AssertWritten(
            """

            101  in no row
              inbound       agent_a@3 90%
                            agent_b 10%
              outbound      agent_c
              time routing  on
            ! not pinned    inbound agent_b
            !               outbound agent_c
            102  in no row
              inbound       agent_a@3
              webhook       https://example.com/hook
            103  in no row


            """,
            platform.Engine);
    }

    [Theory]
    [InlineData("Ansi", true)]
    [InlineData("Host", false)]
    [InlineData("PlainText", false)]
    public async Task Colors_are_those_of_PSStyle_where_they_are_shown(string rendering, bool isColored)
    {
        await using var platform = await ListedAsync();

        var outcome = await platform.RunAsync(
            $"{Compared} $PSStyle.OutputRendering = '{rendering}'; "
            + "[UponAi.PowerShell.Formatting.NumberComparisonView]::Text[$compared[2], "
            + "$ExecutionContext.SessionState.PSVariable, $false]");

        Assert.Equal(
            [
                isColored ? "102  \e[33mnot found\e[0m\n\e[32m+ inbound       agent_a\e[0m\n\e[33m! not pinned    "
                    + "inbound agent_a\e[0m" : "102  not found\n+ inbound       agent_a\n! not pinned    inbound "
                    + "agent_a"],
            outcome.Texts);
    }

    [Theory]
    [InlineData("Host", true)]
    [InlineData("PlainText", false)]
    public async Task A_host_that_shows_colors_gets_them_unless_plain_text_is_wanted(string rendering, bool isColored)
    {
        await using var platform = await ListedAsync();

        var outcome = await platform.RunAsync(
            $"{Compared} $PSStyle.OutputRendering = '{rendering}'; "
            + "[UponAi.PowerShell.Formatting.NumberComparisonView]::Text[$compared[0], "
            + "$ExecutionContext.SessionState.PSVariable, $true]");

        Assert.Equal(
            isColored,
            Assert.Single(outcome.Texts).Contains(
                "\e[31m- inbound       agent_a@3 90%\e[0m\n\e[31m-               agent_b "
                + "10%\e[0m\n\e[32m+ inbound       agent_b\e[0m\n",
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task Windows_PowerShell_has_no_style_and_no_colors()
    {
        await using var platform = await ListedAsync();

        var outcome = await platform.RunAsync(
            $"{Compared} [UponAi.PowerShell.Formatting.NumberComparisonView]::Text[$compared[2], $null, $true]");

        Assert.Equal(["102  not found\n+ inbound       agent_a\n! not pinned    inbound agent_a"], outcome.Texts);
    }

    private static Task<ConnectedPlatform> ListedAsync() => OfAsync(
        Number(
            "+14155550100", Split("agent_a@3=0.9;agent_b=0.1"), webhook: "\"https://example.com/\\u001b[31mold\\nx\"",
            timeRouting: "true"),
        Number("101", Split("agent_a")));

    /// <summary>Compares without the spaces at the ends of lines.</summary>
    private static void AssertWritten(string expected, Engine engine) =>
        Assert.Equal(
            expected.ReplaceLineEndings("\n"),
            string.Join("\n", engine.Screen.Written.Split('\n').Select(line => line.TrimEnd())));
}
