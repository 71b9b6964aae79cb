namespace UponAi;

/// <summary>
/// Compares desired changes with a reported number, property by property. An unchanged property is
/// <see cref="MatchResult.Same"/>.
/// </summary>
internal static class AssignmentMatcher
{
    internal static MatchResult CompareInbound(Change<AgentSplit> wanted, PhoneNumber reported) =>
        wanted.Kind != ChangeKind.Unchanged && reported.IsInboundUnreadable ? MatchResult.Unknown
        : CompareAgents(wanted, reported.GetInbound(), reported.Has(PhoneNumberProperties.InboundAgents));

    internal static MatchResult CompareOutbound(Change<AgentSplit> wanted, PhoneNumber reported) =>
        wanted.Kind != ChangeKind.Unchanged && reported.IsOutboundUnreadable ? MatchResult.Unknown
        : CompareAgents(wanted, reported.GetOutbound(), reported.Has(PhoneNumberProperties.OutboundAgents));

    internal static MatchResult CompareWebhook(Change<Webhook> wanted, PhoneNumber reported) => wanted.Kind switch
    {
        ChangeKind.Unchanged => MatchResult.Same,
        _ when !reported.ReportsWebhook => MatchResult.Unknown,
        ChangeKind.Clear => From(string.IsNullOrEmpty(reported.InboundWebhookUrl)),
        _ => From(IsSameAddress(wanted.Value.ToString(), reported.InboundWebhookUrl)),
    };

    internal static MatchResult CompareTimeRouting(bool? wanted, PhoneNumber reported) =>
        wanted is not { } on ? MatchResult.Same
        : !reported.ReportsTimeRouting ? MatchResult.Unknown
        // A reported null means off.
        : From(on == (reported.IsTimeRoutingEnabled ?? false));

    private static MatchResult CompareAgents(Change<AgentSplit> wanted, AgentRefCollection reported, bool isListed) =>
        wanted.Kind switch
        {
            ChangeKind.Unchanged => MatchResult.Same,
            // The lone id is also null or absent for a split.
            _ when !isListed && reported.Count == 0 => MatchResult.Unknown,
            ChangeKind.Clear => From(reported.Count == 0),
            // Without the list, there may be more agents than the lone id.
            _ when !isListed && wanted.Value.Agents.Count > 1 =>
                AgentMatcher.MayShareAnAgent(wanted.Value.Agents, reported)
                    ? MatchResult.Unknown : MatchResult.Different,
            _ => AgentMatcher.Compare(wanted.Value.Agents, reported),
        };

    /// <summary>
    /// Returns true if both texts are the same URL. The platform may, for example, add a slash at the end.
    /// </summary>
    internal static bool IsSameAddress(string one, string? other) =>
        string.Equals(one, other, StringComparison.Ordinal)
        || Uri.TryCreate(one, UriKind.Absolute, out var first)
            && Uri.TryCreate(other, UriKind.Absolute, out var second)
            && string.Equals(first.AbsoluteUri, second.AbsoluteUri, StringComparison.Ordinal);

    private static MatchResult From(bool isSame) => isSame ? MatchResult.Same : MatchResult.Different;
}
