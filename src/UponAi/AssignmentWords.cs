namespace UponAi;

/// <summary>An assignment in the words that -WhatIf, -Confirm and -Verbose show.</summary>
internal static class AssignmentWords
{
    internal static string Describe(NumberAssignment assignment) => Describe(assignment, UnknownState);

    internal static string Describe(NumberAssignment assignment, PhoneNumber current)
    {
        var parts = new List<string>(4);
        Add("inbound", assignment.Inbound, Show, AssignmentAgreement.OfInbound(assignment, current), current.CarriesInbound ? StateWords.Of(current.GetInbound()) : null);
        Add("outbound", assignment.Outbound, Show, AssignmentAgreement.OfOutbound(assignment, current), current.CarriesOutbound ? StateWords.Of(current.GetOutbound()) : null);
        Add("webhook", assignment.InboundWebhook, webhook => webhook.ToString(), AssignmentAgreement.OfWebhook(assignment, current),
            current.Carries(PhoneNumberMembers.InboundWebhookUrl) ? StateWords.OfWebhook(current.InboundWebhookUrl) : null);
        if (assignment.TimeRouting is { } on)
        {
            var before = current.Carries(PhoneNumberMembers.IsTimeRoutingEnabled) ? StateWords.OfTimeRouting(current.IsTimeRoutingEnabled) : null;
            parts.Add(before is null ? "switch time routing " + StateWords.OfTimeRouting(on) : Beside("time routing", before, StateWords.OfTimeRouting(on), AssignmentAgreement.OfTimeRouting(assignment, current)));
        }

        if (parts.Count == 0) return "Change nothing";
        var words = string.Join("; ", parts);
        return char.ToUpperInvariant(words[0]) + words.Substring(1);

        void Add<T>(string what, Change<T> change, Func<T, string> show, Agreement agreement, string? before)
            where T : notnull
        {
            if (change.Kind == ChangeKind.Unchanged) return;
            var after = change.Kind == ChangeKind.Set ? show(change.Value) : null;
            parts.Add(
                before is not null ? Beside(what, before, after ?? StateWords.None, agreement)
                : after is not null ? $"set {what} to {after}"
                : $"remove {what}");
        }
    }

    // Carries nothing.
    private static PhoneNumber UnknownState { get; } = new();

    private static string Show(AgentSplit split) => split.Agents.ToDisplayString();

    private static string Beside(string what, string before, string after, Agreement agreement) =>
        agreement == Agreement.Same ? $"{what} stays {before}" : $"{what} {before} → {after}";
}
