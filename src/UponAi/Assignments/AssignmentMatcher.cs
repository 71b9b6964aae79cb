namespace UponAi;

/// <summary>Compares an assignment with a number as the platform reports it, property by property. What is not wanted to change agrees.</summary>
internal static class AssignmentMatcher
{
    /// <summary>True when the platform says that the number has all of it already.</summary>
    internal static bool Holds(NumberAssignment wanted, PhoneNumber reported) =>
        OfInbound(wanted, reported) == MatchResult.Same
        && OfOutbound(wanted, reported) == MatchResult.Same
        && OfWebhook(wanted, reported) == MatchResult.Same
        && OfTimeRouting(wanted, reported) == MatchResult.Same;

    internal static MatchResult OfInbound(NumberAssignment wanted, PhoneNumber reported) =>
        OfAgents(wanted.Inbound, reported.GetInbound(), reported.Has(PhoneNumberProperties.InboundAgents));

    internal static MatchResult OfOutbound(NumberAssignment wanted, PhoneNumber reported) =>
        OfAgents(wanted.Outbound, reported.GetOutbound(), reported.Has(PhoneNumberProperties.OutboundAgents));

    internal static MatchResult OfWebhook(NumberAssignment wanted, PhoneNumber reported) => wanted.InboundWebhook.Kind switch
    {
        ChangeKind.Unchanged => MatchResult.Same,
        _ when !reported.Has(PhoneNumberProperties.InboundWebhookUrl) => MatchResult.Unknown,
        ChangeKind.Clear => Of(string.IsNullOrEmpty(reported.InboundWebhookUrl)),
        _ => Of(IsSameAddress(wanted.InboundWebhook.Value, reported.InboundWebhookUrl)),
    };

    internal static MatchResult OfTimeRouting(NumberAssignment wanted, PhoneNumber reported)
    {
        if (wanted.TimeRouting is not { } on) return MatchResult.Same;
        // Carried as null is not on.
        return reported.Has(PhoneNumberProperties.IsTimeRoutingEnabled) ? Of(on == (reported.IsTimeRoutingEnabled ?? false)) : MatchResult.Unknown;
    }

    private static MatchResult OfAgents(Change<AgentSplit> wanted, AgentRefCollection reported, bool isListed) => wanted.Kind switch
    {
        ChangeKind.Unchanged => MatchResult.Same,
        // A lone id that is null, or absent as well, is also what a split looks like.
        _ when !isListed && reported.Count == 0 => MatchResult.Unknown,
        ChangeKind.Clear => Of(reported.Count == 0),
        // A lone id beside an absent list says no more than that this agent is one of them.
        _ when !isListed && wanted.Value.Agents.Count > 1 =>
            AgentMatcher.MayShareAnAgent(wanted.Value.Agents, reported) ? MatchResult.Unknown : MatchResult.Different,
        _ => AgentMatcher.Of(wanted.Value.Agents, reported),
    };

    // The platform may write the same address in another way, with its closing slash for example.
    private static bool IsSameAddress(Webhook wanted, string? reported) =>
        string.Equals(wanted.ToString(), reported, StringComparison.Ordinal)
        || Uri.TryCreate(reported, UriKind.Absolute, out var theirs) && string.Equals(new Uri(wanted.ToString()).AbsoluteUri, theirs.AbsoluteUri, StringComparison.Ordinal);

    private static MatchResult Of(bool isSame) => isSame ? MatchResult.Same : MatchResult.Different;
}
