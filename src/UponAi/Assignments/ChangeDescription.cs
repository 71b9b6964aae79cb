namespace UponAi;

/// <summary>An assignment in the words that -WhatIf, -Confirm and -Verbose show.</summary>
internal static class ChangeDescription
{
    internal static string Describe(NumberAssignment assignment) => Describe(assignment, UnknownState);

    internal static string Describe(NumberAssignment assignment, PhoneNumber current)
    {
        var parts = new List<string>(4);
        Add("inbound", assignment.Inbound, Show, AssignmentMatcher.OfInbound(assignment, current), current.ReportsInbound ? StateText.Of(current.GetInbound()) : null);
        Add("outbound", assignment.Outbound, Show, AssignmentMatcher.OfOutbound(assignment, current), current.ReportsOutbound ? StateText.Of(current.GetOutbound()) : null);
        Add("webhook", assignment.InboundWebhook, webhook => webhook.ToString(), AssignmentMatcher.OfWebhook(assignment, current),
            current.Has(PhoneNumberProperties.InboundWebhookUrl) ? StateText.OfWebhook(current.InboundWebhookUrl) : null);
        if (assignment.TimeRouting is { } on)
        {
            var before = current.Has(PhoneNumberProperties.IsTimeRoutingEnabled) ? StateText.OfTimeRouting(current.IsTimeRoutingEnabled) : null;
            parts.Add(before is null ? "switch time routing " + StateText.OfTimeRouting(on) : Beside("time routing", before, StateText.OfTimeRouting(on), AssignmentMatcher.OfTimeRouting(assignment, current)));
        }

        if (parts.Count == 0) return "Change nothing";
        var words = string.Join("; ", parts);
        return char.ToUpperInvariant(words[0]) + words.Substring(1);

        void Add<T>(string what, Change<T> change, Func<T, string> show, MatchResult agreement, string? before)
            where T : notnull
        {
            if (change.Kind == ChangeKind.Unchanged) return;
            var after = change.Kind == ChangeKind.Set ? show(change.Value) : null;
            parts.Add(
                before is not null ? Beside(what, before, after ?? StateText.None, agreement)
                : after is not null ? $"set {what} to {after}"
                : $"remove {what}");
        }
    }

    // Carries nothing.
    private static PhoneNumber UnknownState { get; } = new();

    private static string Show(AgentSplit split) => split.Agents.ToDisplayString();

    private static string Beside(string what, string before, string after, MatchResult agreement) =>
        agreement == MatchResult.Same ? $"{what} stays {before}" : $"{what} {before} → {after}";
}
