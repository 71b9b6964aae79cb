namespace UponAi;

/// <summary>Compares an assignment with a number as the platform reports it, property by property. What is not wanted to change agrees.</summary>
internal static class AssignmentAgreement
{
    /// <summary>True when the platform says that the number has all of it already.</summary>
    internal static bool Holds(NumberAssignment wanted, PhoneNumber reported) =>
        OfInbound(wanted, reported) == Agreement.Same
        && OfOutbound(wanted, reported) == Agreement.Same
        && OfWebhook(wanted, reported) == Agreement.Same
        && OfTimeRouting(wanted, reported) == Agreement.Same;

    internal static Agreement OfInbound(NumberAssignment wanted, PhoneNumber reported) =>
        OfAgents(wanted.Inbound, reported.GetInbound(), reported.Carries(PhoneNumberMembers.InboundAgents));

    internal static Agreement OfOutbound(NumberAssignment wanted, PhoneNumber reported) =>
        OfAgents(wanted.Outbound, reported.GetOutbound(), reported.Carries(PhoneNumberMembers.OutboundAgents));

    internal static Agreement OfWebhook(NumberAssignment wanted, PhoneNumber reported) => wanted.InboundWebhook.Kind switch
    {
        ChangeKind.Unchanged => Agreement.Same,
        _ when !reported.Carries(PhoneNumberMembers.InboundWebhookUrl) => Agreement.Unknown,
        ChangeKind.Clear => Of(string.IsNullOrEmpty(reported.InboundWebhookUrl)),
        _ => Of(IsSameAddress(wanted.InboundWebhook.Value, reported.InboundWebhookUrl)),
    };

    internal static Agreement OfTimeRouting(NumberAssignment wanted, PhoneNumber reported)
    {
        if (wanted.TimeRouting is not { } on) return Agreement.Same;
        // Carried as null is not on.
        return reported.Carries(PhoneNumberMembers.IsTimeRoutingEnabled) ? Of(on == (reported.IsTimeRoutingEnabled ?? false)) : Agreement.Unknown;
    }

    private static Agreement OfAgents(Change<AgentSplit> wanted, AgentRefCollection reported, bool isListed) => wanted.Kind switch
    {
        ChangeKind.Unchanged => Agreement.Same,
        // A lone id that is null, or absent as well, is also what a split looks like.
        _ when !isListed && reported.Count == 0 => Agreement.Unknown,
        ChangeKind.Clear => Of(reported.Count == 0),
        // A lone id beside an absent list says no more than that this agent is one of them.
        _ when !isListed && wanted.Value.Agents.Count > 1 =>
            AgentAgreement.MayShareAnAgent(wanted.Value.Agents, reported) ? Agreement.Unknown : Agreement.Different,
        _ => AgentAgreement.Of(wanted.Value.Agents, reported),
    };

    // The platform may write the same address in another way, with its closing slash for example.
    private static bool IsSameAddress(Webhook wanted, string? reported) =>
        string.Equals(wanted.ToString(), reported, StringComparison.Ordinal)
        || Uri.TryCreate(reported, UriKind.Absolute, out var theirs) && string.Equals(new Uri(wanted.ToString()).AbsoluteUri, theirs.AbsoluteUri, StringComparison.Ordinal);

    private static Agreement Of(bool isSame) => isSame ? Agreement.Same : Agreement.Different;
}
