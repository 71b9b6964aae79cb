namespace UponAi;

/// <summary>The effect of an assignment on a number.</summary>
public enum NumberComparisonStatus
{
    /// <summary>The number has every desired value already.</summary>
    Unchanged,
    /// <summary>A value differs, or is not reported.</summary>
    Changed,
    /// <summary>The account does not have the number in the workspace.</summary>
    NotFound,
    /// <summary>The account has the number, but no row of the plan names the number.</summary>
    Unlisted,
}

/// <summary>
/// An assignment and the current values of the platform. A comparison is also a row: the properties with the names of
/// plan columns hold only the different values. Agents are an <see cref="AgentRefCollection"/>. The text <c>none</c>
/// stands for no agents, so that a CSV file can distinguish no agents from null.
/// </summary>
public sealed class NumberComparison
{
    internal NumberComparison()
    {
    }

    /// <summary>Gets the number or extension.</summary>
    public required string Number { get; init; }

    /// <summary>Gets the effect of the assignment.</summary>
    public required NumberComparisonStatus Status { get; init; }

    /// <summary>Gets the current inbound agents, or <c>none</c>. Null if not reported.</summary>
    public object? CurrentInboundAgents { get; init; }

    /// <summary>Gets the desired inbound agents, or <c>none</c>. Null if equal or not to change.</summary>
    public object? InboundAgents { get; init; }

    /// <summary>Gets the current outbound agents, or <c>none</c>. Null if not reported.</summary>
    public object? CurrentOutboundAgents { get; init; }

    /// <summary>Gets the desired outbound agents, or <c>none</c>. Null if equal or not to change.</summary>
    public object? OutboundAgents { get; init; }

    /// <summary>Gets the current webhook, or <c>none</c>. Null if not reported.</summary>
    public string? CurrentInboundWebhookUrl { get; init; }

    /// <summary>Gets the desired webhook, or <c>none</c>. Null if equal or not to change.</summary>
    public string? InboundWebhookUrl { get; init; }

    /// <summary>Gets the current state of time routing. Null if not reported.</summary>
    public bool? CurrentTimeRouting { get; init; }

    /// <summary>Gets the desired state of time routing. Null if equal or not to change.</summary>
    public bool? TimeRouting { get; init; }

    /// <summary>
    /// Gets the current agents without a version, such as <c>inbound agent_a; outbound agent_b</c>. Null without such
    /// agents, or if the agents are not reported.
    /// </summary>
    public string? CurrentUnpinnedAgents { get; init; }

    /// <summary>
    /// Gets the future agents without a version, in the same form. An unchanged direction keeps its current agents.
    /// Null if there are none.
    /// </summary>
    public string? UnpinnedAgents { get; init; }

    /// <summary>Gets the sid of the account.</summary>
    public required string AccountSid { get; init; }

    /// <summary>Gets the id of the workspace.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Gets the full path of the plan file, or null if the row is not from a file.</summary>
    public string? File { get; internal set; }

    /// <summary>Gets the line of the plan file, or null.</summary>
    public int? Line { get; internal set; }

    /// <summary>Compares an assignment with the current values.</summary>
    /// <param name="wanted">The assignment.</param>
    /// <param name="location">The account and the workspace of the number.</param>
    /// <param name="current">
    /// The reported number, or null if the platform does not list the number. Unreported properties count as different.
    /// </param>
    internal static NumberComparison Create(NumberAssignment wanted, NumberLocation location, PhoneNumber? current)
    {
        var status = current is null ? NumberComparisonStatus.NotFound
            : wanted.IsMetBy(current) ? NumberComparisonStatus.Unchanged
            : NumberComparisonStatus.Changed;
        var reported = current ?? new PhoneNumber();
        return Create(wanted.Number.Value, status, wanted, reported, location.AccountSid, location.WorkspaceId);
    }

    /// <summary>Creates the comparison of a number without a row.</summary>
    internal static NumberComparison CreateUnlisted(PhoneNumber current, string accountSid) => Create(
        current.Number ?? "",
        NumberComparisonStatus.Unlisted,
        new NumberAssignment { Number = default },
        current,
        accountSid,
        current.WorkspaceId ?? 0);

    private static NumberComparison Create(
        string number,
        NumberComparisonStatus status,
        NumberAssignment wanted,
        PhoneNumber reported,
        string accountSid,
        int workspaceId)
    {
        // Nothing is said about the versions of agents that the platform does not report.
        var inbound = reported.ReportsInbound ? reported.GetInbound() : null;
        var outbound = reported.ReportsOutbound ? reported.GetOutbound() : null;
        return new NumberComparison
        {
            Number = number,
            Status = status,
            CurrentInboundAgents = OrNone(inbound),
            InboundAgents = AssignmentMatcher.CompareInbound(wanted.Inbound, reported) == MatchResult.Same
                ? null
                : OrNone(NumberAssignment.AgentsOf(wanted.Inbound)),
            CurrentOutboundAgents = OrNone(outbound),
            OutboundAgents = AssignmentMatcher.CompareOutbound(wanted.Outbound, reported) == MatchResult.Same
                ? null
                : OrNone(NumberAssignment.AgentsOf(wanted.Outbound)),
            CurrentInboundWebhookUrl = CurrentWebhook(reported),
            InboundWebhookUrl = AssignmentMatcher.CompareWebhook(wanted.InboundWebhook, reported) == MatchResult.Same
                ? null
                : StateText.From(wanted.InboundWebhook),
            CurrentTimeRouting = reported.ReportsTimeRouting ? reported.IsTimeRoutingEnabled ?? false : null,
            TimeRouting = AssignmentMatcher.CompareTimeRouting(wanted.TimeRouting, reported) == MatchResult.Same
                ? null
                : wanted.TimeRouting,
            CurrentUnpinnedAgents = Unpinned.Describe(
                inbound ?? AgentRefCollection.Empty, outbound ?? AgentRefCollection.Empty),
            UnpinnedAgents = Unpinned.Describe(After(wanted.Inbound, inbound), After(wanted.Outbound, outbound)),
            AccountSid = accountSid,
            WorkspaceId = workspaceId,
        };
    }

    /// <summary>Returns the number and the status.</summary>
    public override string ToString() => $"{Number} {Status}";

    private static AgentRefCollection After(Change<AgentSplit> change, AgentRefCollection? current) =>
        change.Kind == ChangeKind.Unchanged
            ? current ?? AgentRefCollection.Empty
            : NumberAssignment.AgentsOf(change);

    private static string? CurrentWebhook(PhoneNumber reported) => !reported.ReportsWebhook ? null
        : string.IsNullOrEmpty(reported.InboundWebhookUrl) ? ClearKeyword.Text
        : reported.InboundWebhookUrl;

    private static object? OrNone(AgentRefCollection? agents) => agents is { Count: 0 } ? ClearKeyword.Text : agents;
}
