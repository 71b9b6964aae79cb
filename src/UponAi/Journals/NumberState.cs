namespace UponAi;

/// <summary>Compares states of a number from different times, and finds the change that restores a state.</summary>
internal static class NumberState
{
    /// <summary>Returns false if a property in both states differs.</summary>
    internal static bool MayBeSame(PhoneNumber earlier, PhoneNumber later) =>
        CompareInbound(earlier, later) != MatchResult.Different
        && CompareOutbound(earlier, later) != MatchResult.Different
        && CompareWebhook(earlier, later) != MatchResult.Different
        && CompareTimeRouting(earlier, later) != MatchResult.Different;

    /// <summary>Returns true if both states have the same properties with equal values.</summary>
    internal static bool AreEqual(PhoneNumber one, PhoneNumber other) =>
        one.ReturnedProperties == other.ReturnedProperties
        && one.GetInbound().SequenceEqual(other.GetInbound())
        && one.GetOutbound().SequenceEqual(other.GetOutbound())
        && one.InboundWebhookUrl == other.InboundWebhookUrl
        && one.IsTimeRoutingEnabled == other.IsTimeRoutingEnabled;

    /// <summary>Returns the change that restores an earlier state. Empty if nothing differs.</summary>
    /// <param name="number">The number.</param>
    /// <param name="earlier">The state to restore. Properties missing from this state are not changed.</param>
    /// <param name="now">The current state.</param>
    /// <exception cref="UponAiException">The earlier state has agents or a webhook with invalid values.</exception>
    internal static NumberAssignment ChangeBack(NumberId number, PhoneNumber earlier, PhoneNumber now) => new()
    {
        Number = number,
        Inbound = earlier.ReportsInbound && CompareInbound(earlier, now) != MatchResult.Same
            ? AgentSplit.CreateChange(earlier.GetInbound())
            : default,
        Outbound = earlier.ReportsOutbound && CompareOutbound(earlier, now) != MatchResult.Same
            ? AgentSplit.CreateChange(earlier.GetOutbound())
            : default,
        InboundWebhook = earlier.ReportsWebhook && CompareWebhook(earlier, now) != MatchResult.Same
            ? ToChange(earlier.InboundWebhookUrl)
            : default,
        TimeRouting = earlier.ReportsTimeRouting && CompareTimeRouting(earlier, now) != MatchResult.Same
            ? earlier.IsTimeRoutingEnabled ?? false
            : null,
    };

    /// <summary>Returns the expected state after an assignment without a response.</summary>
    internal static PhoneNumber After(PhoneNumber before, NumberAssignment sent)
    {
        var after = new PhoneNumber { ReturnedProperties = before.ReturnedProperties };
        (after.InboundAgents, after.OutboundAgents) = (before.GetInbound(), before.GetOutbound());
        (after.InboundWebhookUrl, after.IsTimeRoutingEnabled) = (before.InboundWebhookUrl, before.IsTimeRoutingEnabled);
        if (before.ReportsInbound) after.ReturnedProperties |= PhoneNumberProperties.InboundAgents;
        if (before.ReportsOutbound) after.ReturnedProperties |= PhoneNumberProperties.OutboundAgents;
        sent.ApplyTo(after, ~PhoneNumberProperties.None);
        return after;
    }

    /// <summary>Describes both values of each different property: <c>inbound agent_a, now agent_b</c>.</summary>
    internal static string Describe(PhoneNumber earlier, PhoneNumber later)
    {
        var parts = new List<string>(4);
        if (CompareInbound(earlier, later) == MatchResult.Different)
            parts.Add($"inbound {StateText.From(earlier.GetInbound())}, now {StateText.From(later.GetInbound())}");
        if (CompareOutbound(earlier, later) == MatchResult.Different)
            parts.Add($"outbound {StateText.From(earlier.GetOutbound())}, now {StateText.From(later.GetOutbound())}");
        if (CompareWebhook(earlier, later) == MatchResult.Different)
            parts.Add($"webhook {Webhook(earlier)}, now {Webhook(later)}");
        if (CompareTimeRouting(earlier, later) == MatchResult.Different)
            parts.Add($"time routing {TimeRouting(earlier)}, now {TimeRouting(later)}");
        return string.Join("; ", parts);
    }

    private static MatchResult CompareInbound(PhoneNumber earlier, PhoneNumber later) =>
        earlier.ReportsInbound && later.ReportsInbound
            ? CompareAgents(earlier.GetInbound(), later.GetInbound(), later.Has(PhoneNumberProperties.InboundAgents))
            : MatchResult.Unknown;

    private static MatchResult CompareOutbound(PhoneNumber earlier, PhoneNumber later) =>
        earlier.ReportsOutbound && later.ReportsOutbound
            ? CompareAgents(earlier.GetOutbound(), later.GetOutbound(), later.Has(PhoneNumberProperties.OutboundAgents))
            : MatchResult.Unknown;

    private static MatchResult CompareAgents(AgentRefCollection earlier, AgentRefCollection later, bool isWhole) =>
        // Without the list, there may be more agents than the lone id.
        !isWhole && earlier.Count > 1 && AgentMatcher.MayShareAnAgent(earlier, later)
            ? MatchResult.Unknown
            : AgentMatcher.Compare(WithWeight(earlier), later);

    private static MatchResult CompareWebhook(PhoneNumber earlier, PhoneNumber later)
    {
        if (!earlier.ReportsWebhook || !later.ReportsWebhook)
            return MatchResult.Unknown;
        var (one, other) = (earlier.InboundWebhookUrl ?? "", later.InboundWebhookUrl ?? "");
        return AssignmentMatcher.IsSameAddress(one, other) ? MatchResult.Same : MatchResult.Different;
    }

    private static MatchResult CompareTimeRouting(PhoneNumber earlier, PhoneNumber later)
    {
        if (!earlier.ReportsTimeRouting || !later.ReportsTimeRouting)
            return MatchResult.Unknown;
        return (earlier.IsTimeRoutingEnabled ?? false) == (later.IsTimeRoutingEnabled ?? false)
            ? MatchResult.Same
            : MatchResult.Different;
    }

    private static string Webhook(PhoneNumber phone) => StateText.FromWebhook(phone.InboundWebhookUrl);

    private static string TimeRouting(PhoneNumber phone) =>
        StateText.FromTimeRouting(phone.IsTimeRoutingEnabled ?? false);

    // A lone agent has all calls, even if the platform omits the weight.
    private static AgentRefCollection WithWeight(AgentRefCollection agents) => agents is [{ Weight: null } lone]
        ? new AgentRefCollection([AgentRef.FromPlatform(lone.AgentId, lone.AgentVersion, 1m)])
        : agents;

    private static Change<Webhook> ToChange(string? url) =>
        string.IsNullOrEmpty(url) ? Change.Clear<Webhook>() : Change.Set(UponAi.Webhook.Parse(url));
}
