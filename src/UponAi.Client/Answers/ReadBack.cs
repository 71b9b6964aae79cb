using System.Globalization;

namespace UponAi.Client.Answers;

/// <summary>Compares what was asked with what the platform answered. What the answer does not carry is not compared.</summary>
internal static class ReadBack
{
    /// <returns>A sentence for each difference.</returns>
    internal static IReadOnlyList<string> Differences(NumberAssignment asked, PhoneNumber answered)
    {
        // Nearly always there is none, and then nothing is made.
        List<string>? found = null;
        if (AgentsDiffer(asked.Inbound, answered.GetInbound(), answered.Carries(PhoneNumberMembers.InboundAgents)))
            Add(Differs(answered, "inbound", asked.Inbound, Shown(answered.GetInbound())));
        if (AgentsDiffer(asked.Outbound, answered.GetOutbound(), answered.Carries(PhoneNumberMembers.OutboundAgents)))
            Add(Differs(answered, "outbound", asked.Outbound, Shown(answered.GetOutbound())));
        if (answered.Carries(PhoneNumberMembers.InboundWebhookUrl) && WebhookDiffers(asked.InboundWebhook, answered.InboundWebhookUrl))
            Add(Sentence(answered, "webhook", asked.InboundWebhook.Kind == ChangeKind.Set ? asked.InboundWebhook.ToString() : "none", Shown(answered.InboundWebhookUrl)));
        // Carried as null is not on.
        if (asked.TimeRouting is { } wanted && answered.Carries(PhoneNumberMembers.IsTimeRoutingEnabled) && wanted != (answered.IsTimeRoutingEnabled ?? false))
            Add(Sentence(answered, "time routing", OnOff(wanted), answered.IsTimeRoutingEnabled is { } actual ? OnOff(actual) : "none"));
        return (IReadOnlyList<string>?)found ?? [];

        void Add(string difference) => (found ??= []).Add(difference);
    }

    private static bool AgentsDiffer(Change<AgentSplit> asked, AgentRefCollection answered, bool isListed) => asked.Kind switch
    {
        ChangeKind.Unchanged => false,
        ChangeKind.Clear => answered.Count > 0,
        // A lone id that is null, or absent as well, is also what a split looks like.
        _ when !isListed && answered.Count == 0 => false,
        // A lone id beside an absent list says no more than that this agent is one of them.
        _ when !isListed && asked.Value.Agents.Count > 1 => !AnyFound(asked.Value.Agents, answered),
        _ => !AllFound(asked.Value.Agents, answered),
    };

    private static bool AnyFound(AgentRefCollection asked, AgentRefCollection answered) => answered.Any(theirs => asked.Any(mine => SameAgent(mine, theirs)));

    private static bool AllFound(AgentRefCollection asked, AgentRefCollection answered)
    {
        if (asked.Count != answered.Count) return false;
        if (AllFoundInOrder(asked, answered)) return true;

        // Versioned ones first: an unversioned one matches any version, and must not take a versioned one's place.
        var left = answered.ToList();
        foreach (var mine in asked.OrderBy(agent => agent.AgentVersion is null))
        {
            var at = left.FindIndex(theirs => Same(mine, theirs));
            if (at < 0) return false;
            left.RemoveAt(at);
        }

        return true;
    }

    private static bool AllFoundInOrder(AgentRefCollection asked, AgentRefCollection answered)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            if (!Same(asked[i], answered[i])) return false;
        }

        return true;
    }

    private static bool Same(AgentRef mine, AgentRef theirs) => SameAgent(mine, theirs) && SameWeight(mine, theirs);

    private static bool SameAgent(AgentRef mine, AgentRef theirs) =>
        string.Equals(mine.AgentId, theirs.AgentId, StringComparison.Ordinal)
        && (mine.AgentVersion is null || theirs.AgentVersion is null || mine.AgentVersion == theirs.AgentVersion);

    private static bool SameWeight(AgentRef mine, AgentRef theirs) =>
        theirs.Weight is not { } weight || Math.Abs(weight - mine.Weight.GetValueOrDefault()) <= AgentSplit.Tolerance;

    private static bool WebhookDiffers(Change<Webhook> asked, string? answered) => asked.Kind switch
    {
        ChangeKind.Unchanged => false,
        ChangeKind.Clear => !string.IsNullOrEmpty(answered),
        // The platform may write the same address in another way, with its closing slash for example.
        _ => !string.Equals(asked.Value.ToString(), answered, StringComparison.Ordinal)
            && !(Uri.TryCreate(answered, UriKind.Absolute, out var theirs) && string.Equals(new Uri(asked.Value.ToString()).AbsoluteUri, theirs.AbsoluteUri, StringComparison.Ordinal)),
    };

    private static string Differs(PhoneNumber phone, string what, Change<AgentSplit> asked, string answered) =>
        Sentence(phone, what, asked.Kind == ChangeKind.Set ? asked.Value.Agents.ToDisplayString() : "none", answered);

    private static string Sentence(PhoneNumber phone, string what, string asked, string answered) => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} was asked to be {2}; the platform answers {3}.", PlainText.Show(phone.Number), what, asked, answered);

    // A lone agent is shown with its weight here, which may be just what differs.
    private static string Shown(AgentRefCollection agents) => agents switch
    {
        [] => "none",
        [{ Weight: not (null or 1m) } lone] => lone.ToDisplayString(),
        _ => agents.ToDisplayString(),
    };

    private static string Shown(string? text) => string.IsNullOrEmpty(text) ? "none" : PlainText.Show(text);

    private static string OnOff(bool value) => value ? "on" : "off";
}
