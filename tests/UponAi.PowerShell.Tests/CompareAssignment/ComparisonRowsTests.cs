using UponAi.PowerShell.Tests.Fixtures;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.CompareAssignment;

/// <summary>Tests comparisons as rows of Set-UponAiNumberAssignment, which makes only the differences.</summary>
public sealed class ComparisonRowsTests
{
    private const string Plan =
        """
        $plan = @{
            Number            = '101'
            InboundAgents     = 'agent_a'
            OutboundAgents    = 'agent_b@2'
            InboundWebhookUrl = 'none'
            TimeRouting       = $true
        },
            @{ Number = '102'; InboundAgents = 'agent_a' }, @{ Number = '103'; InboundAgents = 'agent_a' },
            @{ Number = '104'; OutboundAgents = 'none' }

        """;

    // The ways of a comparison to Set through a file or a job.
    private const string AsText =
        "ForEach-Object { $text = [ordered]@{}; foreach ($cell in $_.psobject.Properties) { "
        + "$text[$cell.Name] = if ($null -ne $cell.Value) { $cell.Value.ToString() } else { '' } }; "
        + "[pscustomobject]$text }";

    private const string Serialized = "ForEach-Object { [Management.Automation.PSSerializer]::Deserialize("
        + "[Management.Automation.PSSerializer]::Serialize($_)) }";

    [Theory]
    [InlineData("ForEach-Object { $_ }")]
    [InlineData("Select-Object -First 4")]
    [InlineData(AsText)]
    [InlineData(Serialized)]
    public async Task Set_sends_what_differs_and_nothing_else(string way)
    {
        await using var platform = await ChangingAsync();

        var outcome = await platform.RunAsync(
            $"{Plan} $plan | Compare-UponAiNumberAssignment | {way} | Set-UponAiNumberAssignment -Verbose");

        Assert.Equal(["UponAi.NotFound"], outcome.ErrorIds);
        Assert.Equal(["101", "104"], outcome.Texts);
        Assert.Equal(["101", "104"], platform.ChangedNumbers().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["""{"outboundAgentId":"agent_b","outboundAgentVersion":2,"isTimeRoutingEnabled":true}"""],
            platform.ChangesOf("101"));
        Assert.Equal(["""{"outboundAgentId":null}"""], platform.ChangesOf("104"));
        Assert.Contains(
            "Skipped 102: the comparison found that the platform already has these values.",
            outcome.Verbose);
        Assert.Contains(
            outcome.Verbose,
            line => line.StartsWith("4 rows: 2 succeeded, 1 failed, 1 skipped;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_was_not_found_is_not_sent_and_its_error_has_the_comparison()
    {
        await using var platform = await ChangingAsync();

        var outcome = await platform.RunAsync(
            $"{Plan} $plan[2] | Compare-UponAiNumberAssignment -OnlyChanged | Set-UponAiNumberAssignment "
            + "-Confirm:$false");

        var error = outcome.SingleError();
        Assert.Equal("UponAi.NotFound", error.Id());
        Assert.StartsWith("Nothing was sent for 103, because ", error.Message(), StringComparison.Ordinal);
        Assert.Equal("UponAi.NumberComparison", error.TargetObject.GetType().FullName);
        Assert.Empty(platform.ChangedNumbers());
    }

    [Fact]
    public async Task A_parameter_is_sent_for_a_comparison_that_found_nothing()
    {
        await using var platform = await ChangingAsync();

        var outcome = await platform.RunAsync(
            $"{Plan} $plan[1] | Compare-UponAiNumberAssignment | Set-UponAiNumberAssignment -TimeRouting $true");

        Assert.Empty(outcome.Errors);
        Assert.Equal(["""{"isTimeRoutingEnabled":true}"""], platform.ChangesOf("102"));
    }

    [Fact]
    public async Task A_row_with_a_status_of_its_own_is_no_comparison() => Assert.Equal(
        """{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""",
        await ConnectedPlatform.ChangeOfAsync(
            "[pscustomobject]@{ Number = '101'; Status = 'NotFound'; InboundAgents = 'agent_a' } | "
            + "Set-UponAiNumberAssignment"));

    [Fact]
    public async Task Duplicates_of_a_number_end_as_the_plan_has_it_last()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_b")));

        await platform.RunAsync(
            "'agent_a', 'agent_b' | ForEach-Object { @{ Number = '101'; InboundAgents = $_ } } | "
            + "Compare-UponAiNumberAssignment -OnlyChanged | Set-UponAiNumberAssignment");

        Assert.Equal(
            ["""{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""",
                """{"inboundAgents":[{"agent_id":"agent_b","weight":1}]}"""],
            platform.ChangesOf("101"));
    }

    [Fact]
    public async Task The_reason_for_skipping_an_unlisted_number_is_that_no_row_names_it()
    {
        await using var platform = await ChangingAsync();

        var outcome = await platform.RunAsync(
            "@{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment -IncludeUnlisted | "
            + "Set-UponAiNumberAssignment -Verbose");

        Assert.Equal(
            [
                "Skipped 101: the comparison found that the platform already has these values.",
                "Skipped 102: no row of the compared plan names this number.",
                "Skipped 104: no row of the compared plan names this number.",
            ],
            outcome.Verbose.Where(line => line.StartsWith("Skipped", StringComparison.Ordinal)));
    }

    private static Task<ConnectedPlatform> ChangingAsync() =>
        OfAsync(
            Number("101", Split("agent_a")),
            Number("102", Split("agent_a")),
            Number("104", outbound: Split("agent_a")));
}
