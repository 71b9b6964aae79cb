namespace UponAi;

/// <summary>The desired change of one number. The platform keeps every property that is unchanged here.</summary>
public sealed record NumberAssignment
{
    // Stands for a number without any reported property.
    private static readonly PhoneNumber Unreported = new();

    /// <summary>Gets the number or extension to change.</summary>
    public required NumberId Number { get; init; }

    /// <summary>Gets the change of the inbound agents, which take calls.</summary>
    public Change<AgentSplit> Inbound { get; init; }

    /// <summary>Gets the change of the outbound agents, which make calls.</summary>
    public Change<AgentSplit> Outbound { get; init; }

    /// <summary>Gets the change of the webhook for inbound calls.</summary>
    public Change<Webhook> InboundWebhook { get; init; }

    /// <summary>
    /// Gets the desired state of time routing, or null to keep the current state. Time routing can be switched off, but
    /// not removed.
    /// </summary>
    public bool? TimeRouting { get; init; }

    /// <summary>True if a request would change nothing.</summary>
    public bool IsEmpty =>
        Inbound.Kind == ChangeKind.Unchanged
        && Outbound.Kind == ChangeKind.Unchanged
        && InboundWebhook.Kind == ChangeKind.Unchanged
        && TimeRouting is null;

    /// <summary>Gets the agents of the change: the inbound agents, then the outbound agents.</summary>
    internal IEnumerable<AgentRef> NamedAgents => AgentsOf(Inbound).Concat(AgentsOf(Outbound));

    /// <summary>Returns the agents of a change. Empty unless agents are set.</summary>
    internal static AgentRefCollection AgentsOf(Change<AgentSplit> change) =>
        change.Kind == ChangeKind.Set ? change.Value.Agents : AgentRefCollection.Empty;

    /// <summary>Returns true if the reported number has every desired value.</summary>
    internal bool IsMetBy(PhoneNumber current) => CompareWith(current).All(match => match == MatchResult.Same);

    /// <summary>Returns true if the reported number has another value than a desired one.</summary>
    internal bool IsContradictedBy(PhoneNumber current) => CompareWith(current).Contains(MatchResult.Different);

    private MatchResult[] CompareWith(PhoneNumber current) =>
    [
        AssignmentMatcher.CompareInbound(Inbound, current),
        AssignmentMatcher.CompareOutbound(Outbound, current),
        AssignmentMatcher.CompareWebhook(InboundWebhook, current),
        AssignmentMatcher.CompareTimeRouting(TimeRouting, current),
    ];

    /// <summary>Sets the changed properties of a phone number, as the platform would report them.</summary>
    /// <param name="number">The phone number.</param>
    /// <param name="allowed">The properties to set. Other properties stay.</param>
    internal void ApplyTo(PhoneNumber number, PhoneNumberProperties allowed)
    {
        if (Sets(Inbound.Kind != ChangeKind.Unchanged, PhoneNumberProperties.InboundAgents))
            number.InboundAgents = AgentsOf(Inbound);
        if (Sets(Outbound.Kind != ChangeKind.Unchanged, PhoneNumberProperties.OutboundAgents))
            number.OutboundAgents = AgentsOf(Outbound);
        if (Sets(InboundWebhook.Kind != ChangeKind.Unchanged, PhoneNumberProperties.InboundWebhookUrl))
            number.InboundWebhookUrl = InboundWebhook.Kind == ChangeKind.Set ? InboundWebhook.Value.ToString() : null;
        if (Sets(TimeRouting is not null, PhoneNumberProperties.IsTimeRoutingEnabled))
            number.IsTimeRoutingEnabled = TimeRouting;

        bool Sets(bool isChanged, PhoneNumberProperties property)
        {
            if (!isChanged || (allowed & property) == 0) return false;
            number.ReturnedProperties |= property;
            return true;
        }
    }

    /// <summary>
    /// Returns the change in words: <c>Set inbound to agent_a@3 90%, agent_b 10%; remove webhook</c>.
    /// </summary>
    public string Describe() => Describe(Unreported);

    /// <summary>
    /// Returns the change together with the current values:
    /// <c>Inbound agent_a → agent_b 90%, agent_c 10%; webhook stays none</c>.
    /// </summary>
    /// <param name="current">The reported number. For an unreported property, only the new value is described.</param>
    public string Describe(PhoneNumber current)
    {
        var parts = new List<string>(4);
        Add(
            "inbound",
            Inbound,
            split => split.Agents.ToDisplayString(),
            AssignmentMatcher.CompareInbound(Inbound, current),
            current.ReportsInbound ? StateText.From(current.GetInbound()) : null);
        Add(
            "outbound",
            Outbound,
            split => split.Agents.ToDisplayString(),
            AssignmentMatcher.CompareOutbound(Outbound, current),
            current.ReportsOutbound ? StateText.From(current.GetOutbound()) : null);
        Add(
            "webhook",
            InboundWebhook,
            webhook => webhook.ToString(),
            AssignmentMatcher.CompareWebhook(InboundWebhook, current),
            current.ReportsWebhook ? StateText.FromWebhook(current.InboundWebhookUrl) : null);
        if (TimeRouting is { } on)
        {
            var match = AssignmentMatcher.CompareTimeRouting(on, current);
            parts.Add(current.ReportsTimeRouting
                ? DescribeBeside(
                    "time routing",
                    StateText.FromTimeRouting(current.IsTimeRoutingEnabled),
                    StateText.FromTimeRouting(on),
                    match)
                : "switch time routing " + StateText.FromTimeRouting(on));
        }

        if (parts.Count == 0) return "Change nothing";
        var words = string.Join("; ", parts);
        return char.ToUpperInvariant(words[0]) + words.Substring(1);

        void Add<T>(string what, Change<T> change, Func<T, string> show, MatchResult match, string? before)
            where T : notnull
        {
            if (change.Kind == ChangeKind.Unchanged) return;
            var after = change.Kind == ChangeKind.Set ? show(change.Value) : null;
            parts.Add(
                before is not null ? DescribeBeside(what, before, after ?? ClearKeyword.Text, match)
                : after is not null ? $"set {what} to {after}"
                : $"remove {what}");
        }
    }

    private static string DescribeBeside(string what, string before, string after, MatchResult match) =>
        match == MatchResult.Same ? $"{what} stays {before}" : $"{what} {before} → {after}";
}

/// <summary>The values of a number as text for people. The text <c>none</c> stands for no value.</summary>
internal static class StateText
{
    internal static string From(Change<AgentSplit> agents) =>
        agents.Kind == ChangeKind.Set ? From(agents.Value.Agents) : ClearKeyword.Text;

    /// <summary>
    /// Returns the agents. The weight of a lone agent is shown only if it is not 1, because only then can it differ.
    /// </summary>
    internal static string From(AgentRefCollection agents) => agents switch
    {
        [] => ClearKeyword.Text,
        [{ Weight: not (null or 1m) } lone] => lone.ToDisplayString(),
        _ => agents.ToDisplayString(),
    };

    internal static string From(Change<Webhook> webhook) =>
        webhook.Kind == ChangeKind.Set ? webhook.ToString() : ClearKeyword.Text;

    internal static string FromWebhook(string? url) =>
        string.IsNullOrEmpty(url) ? ClearKeyword.Text : DisplayText.Sanitize(url);

    internal static string FromTimeRouting(bool? on) =>
        on switch { true => "on", false => "off", null => ClearKeyword.Text };
}
