namespace UponAi.Tests;

public sealed class NumberComparisonSummaryTests
{
    [Fact]
    public void Counts_rows_and_numbers()
    {
        var idle = new PhoneNumber
        {
            InboundAgents = AgentRefCollection.Empty,
            ReturnedProperties = PhoneNumberProperties.InboundAgents
        };
        var summary = new NumberComparisonSummary();

        summary.Add(Compared(NumberComparisonStatus.Unchanged), new PhoneNumber { PlatformImportError = true });
        Assert.False(summary.HasDrift);
        summary.Add(Compared(NumberComparisonStatus.Changed, "inbound agent_a", "outbound agent_b"), idle);
        summary.Add(Compared(NumberComparisonStatus.NotFound, null, "inbound agent_a"), current: null);
        summary.Add(Compared(NumberComparisonStatus.Unlisted), idle);
        summary.AddInvalid();

        Assert.Equal(
            (4, 1, 1, 1, 1),
            (summary.Rows, summary.Unchanged, summary.Changed, summary.NotFound, summary.Invalid));
        Assert.Equal((1, 2, 1), (summary.Unlisted, summary.WithoutInboundAgent, summary.WithImportError));
        Assert.Equal((1, 2), (summary.WithUnpinnedAgent, summary.WithUnpinnedAgentAfter));
        Assert.True(summary.HasDrift);
        Assert.Equal(
            "4 rows: 1 unchanged, 1 changed, 1 not found, 1 invalid; 1 unlisted; 2 without inbound agent, "
            + "1 with import error, "
            + "1 with an agent without a version (2 after the change).",
            summary.ToString());
    }

    [Fact]
    public void An_agent_that_gets_a_version_counts_only_before_the_change()
    {
        var summary = new NumberComparisonSummary();

        summary.Add(Compared(NumberComparisonStatus.Changed, "inbound agent_a"), current: null);

        Assert.Equal((1, 0), (summary.WithUnpinnedAgent, summary.WithUnpinnedAgentAfter));
    }

    [Theory]
    [InlineData(NumberComparisonStatus.Unchanged, false)]
    [InlineData(NumberComparisonStatus.Changed, true)]
    [InlineData(NumberComparisonStatus.NotFound, true)]
    [InlineData(NumberComparisonStatus.Unlisted, true)]
    public void A_single_number_that_differs_is_drift(NumberComparisonStatus status, bool hasDrift)
    {
        var summary = new NumberComparisonSummary();

        summary.Add(Compared(status), current: null);

        Assert.Equal(hasDrift, summary.HasDrift);
    }

    [Fact]
    public void A_single_invalid_row_is_drift()
    {
        var summary = new NumberComparisonSummary();

        summary.AddInvalid();

        Assert.True(summary.HasDrift);
    }

    [Fact]
    public void Only_a_reported_empty_list_counts_as_without_inbound_agent()
    {
        var summary = new NumberComparisonSummary();
        var unreported = new PhoneNumber();
        var busy = new PhoneNumber
        {
            InboundAgents = AgentRefCollection.Parse("agent_a"),
            ReturnedProperties = PhoneNumberProperties.InboundAgents
        };

        foreach (var current in new[] { unreported, busy, null })
            summary.Add(Compared(NumberComparisonStatus.Changed), current);

        Assert.Equal(0, summary.WithoutInboundAgent);
    }

    private static NumberComparison Compared(
        NumberComparisonStatus status, string? currentUnpinned = null, string? unpinned = null) => new()
    {
        Number = "101",
        Status = status,
        AccountSid = "AC1",
        WorkspaceId = 7,
        CurrentUnpinnedAgents = currentUnpinned,
        UnpinnedAgents = unpinned,
    };

    [Fact]
    public void An_unlisted_number_has_its_current_state_and_no_desired_one()
    {
        var number = new PhoneNumber
        {
            Number = "101",
            WorkspaceId = 7,
            InboundAgents = new AgentRefCollection([AgentRef.FromPlatform("agent_a", null, 1m)]),
            OutboundAgents = AgentRefCollection.Empty,
            IsTimeRoutingEnabled = true,
            ReturnedProperties = PhoneNumberProperties.InboundAgents | PhoneNumberProperties.OutboundAgents
                | PhoneNumberProperties.InboundWebhookUrl | PhoneNumberProperties.IsTimeRoutingEnabled,
        };

        var comparison = NumberComparison.CreateUnlisted(number, "AC1");

        Assert.Equal(
            ("101", NumberComparisonStatus.Unlisted, "AC1", 7),
            (comparison.Number, comparison.Status, comparison.AccountSid, comparison.WorkspaceId));
        Assert.True(comparison.CurrentTimeRouting);
        Assert.NotNull(comparison.CurrentInboundAgents);
        Assert.NotNull(comparison.CurrentOutboundAgents);
        Assert.Null(comparison.InboundAgents);
        Assert.Equal(
            ("inbound agent_a", "inbound agent_a"),
            (comparison.CurrentUnpinnedAgents, comparison.UnpinnedAgents));
        var unreported = NumberComparison.CreateUnlisted(new PhoneNumber(), "AC1");
        Assert.Empty(unreported.Number);
        Assert.Null(unreported.CurrentInboundAgents);
        Assert.Null(unreported.CurrentTimeRouting);
    }
}
