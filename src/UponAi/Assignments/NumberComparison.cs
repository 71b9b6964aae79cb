namespace UponAi;

/// <summary>
/// An assignment beside what the platform has. It is a row as well: it states, under the names that Set-UponAiNumberAssignment reads,
/// only what differs. Agents are an <see cref="AgentRefCollection"/>; the text <c>none</c> means none, which a CSV file keeps apart
/// from null.
/// </summary>
public sealed class NumberComparison
{
    private NumberComparison()
    {
    }

    /// <summary>The number or extension.</summary>
    public required string Number { get; init; }

    /// <summary>What the assignment would do.</summary>
    public required NumberComparisonStatus Status { get; init; }

    /// <summary>The agents that take calls now, or <c>none</c>; null where the platform does not say.</summary>
    public object? CurrentInboundAgents { get; init; }

    /// <summary>The agents that are to take calls, or <c>none</c>; null where nothing differs.</summary>
    public object? InboundAgents { get; init; }

    /// <summary>The agents that make calls now, or <c>none</c>; null where the platform does not say.</summary>
    public object? CurrentOutboundAgents { get; init; }

    /// <summary>The agents that are to make calls, or <c>none</c>; null where nothing differs.</summary>
    public object? OutboundAgents { get; init; }

    /// <summary>The webhook now, or <c>none</c>; null where the platform does not say.</summary>
    public string? CurrentInboundWebhookUrl { get; init; }

    /// <summary>The desired webhook, or <c>none</c>; null where nothing differs.</summary>
    public string? InboundWebhookUrl { get; init; }

    /// <summary>Whether time routing is on now; null where the platform does not say.</summary>
    public bool? CurrentTimeRouting { get; init; }

    /// <summary>Whether time routing is to be on; null where nothing differs.</summary>
    public bool? TimeRouting { get; init; }

    /// <summary>The account.</summary>
    public required string AccountSid { get; init; }

    /// <summary>The workspace.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="wanted">The assignment.</param>
    /// <param name="scope">Where the number is.</param>
    /// <param name="current">The number as the platform reports it, or none where it does not list it. What it does not carry counts as different.</param>
    internal static NumberComparison Of(NumberAssignment wanted, NumberLocation scope, PhoneNumber? current)
    {
        var reported = current ?? new PhoneNumber();
        return new NumberComparison
        {
            Number = wanted.Number.Value,
            Status = current is null ? NumberComparisonStatus.NotFound
                : AssignmentMatcher.Holds(wanted, current) ? NumberComparisonStatus.Unchanged
                : NumberComparisonStatus.Changed,
            CurrentInboundAgents = reported.ReportsInbound ? OrNone(reported.GetInbound()) : null,
            InboundAgents = AssignmentMatcher.OfInbound(wanted, reported) == MatchResult.Same ? null : Stated(wanted.Inbound),
            CurrentOutboundAgents = reported.ReportsOutbound ? OrNone(reported.GetOutbound()) : null,
            OutboundAgents = AssignmentMatcher.OfOutbound(wanted, reported) == MatchResult.Same ? null : Stated(wanted.Outbound),
            CurrentInboundWebhookUrl = !reported.Has(PhoneNumberProperties.InboundWebhookUrl) ? null
                : string.IsNullOrEmpty(reported.InboundWebhookUrl) ? StateText.None
                : reported.InboundWebhookUrl,
            InboundWebhookUrl = AssignmentMatcher.OfWebhook(wanted, reported) == MatchResult.Same ? null : StateText.Of(wanted.InboundWebhook),
            CurrentTimeRouting = reported.Has(PhoneNumberProperties.IsTimeRoutingEnabled) ? reported.IsTimeRoutingEnabled ?? false : null,
            TimeRouting = AssignmentMatcher.OfTimeRouting(wanted, reported) == MatchResult.Same ? null : wanted.TimeRouting,
            AccountSid = scope.AccountSid,
            WorkspaceId = scope.WorkspaceId,
        };
    }

    /// <summary>The number and the status.</summary>
    public override string ToString() => $"{Number} {Status}";

    private static object Stated(Change<AgentSplit> change) => change.Kind == ChangeKind.Set ? change.Value.Agents : StateText.None;

    private static object OrNone(AgentRefCollection agents) => agents.Count > 0 ? agents : StateText.None;
}
