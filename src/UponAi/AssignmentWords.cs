namespace UponAi;

/// <summary>An assignment in the words that -WhatIf, -Confirm and -Verbose show.</summary>
internal static class AssignmentWords
{
    internal static string Describe(NumberAssignment assignment)
    {
        var parts = new List<string>(4);
        Add(parts, "inbound", assignment.Inbound, split => split.Agents.ToDisplayString());
        Add(parts, "outbound", assignment.Outbound, split => split.Agents.ToDisplayString());
        Add(parts, "webhook", assignment.InboundWebhook, webhook => webhook.ToString());
        if (assignment.TimeRouting is { } timeRouting) parts.Add("switch time routing " + (timeRouting ? "on" : "off"));
        if (parts.Count == 0) return "Change nothing";

        var words = string.Join("; ", parts);
        return char.ToUpperInvariant(words[0]) + words.Substring(1);
    }

    private static void Add<T>(List<string> parts, string what, Change<T> change, Func<T, string> show)
        where T : notnull
    {
        if (change.Kind == ChangeKind.Set) parts.Add($"set {what} to {show(change.Value)}");
        else if (change.Kind == ChangeKind.Clear) parts.Add($"remove {what}");
    }
}
