using System.Globalization;

namespace UponAi;

/// <summary>What the cells of a plan say: text that reads back to the same change, <c>none</c> where it removes, null where nothing is stated.</summary>
internal static class PlanText
{
    /// <summary>The word that removes.</summary>
    internal const string None = "none";

    internal static string? Of(Change<AgentSplit> change) => Of(change, Agents);

    internal static string? Of(Change<Webhook> change) => Of(change, webhook => webhook.ToString());

    /// <summary>Agents with exact percentages, as people write them; one alone without.</summary>
    internal static string Agents(AgentSplit split) => split.Agents is [var lone]
        ? lone.WithWeight(null).ToString()
        : string.Join(";", split.Agents.Select(agent => $"{agent.WithWeight(null)}={AgentRefText.Exact(agent.Weight.GetValueOrDefault() * 100m)}%"));

    /// <summary>A line of a file, for messages: <c>plan.csv, line 12</c>.</summary>
    internal static string Position(string file, int line) => string.Format(CultureInfo.InvariantCulture, "{0}, line {1}", DisplayText.Sanitize(Path.GetFileName(file)), line);

    private static string? Of<T>(Change<T> change, Func<T, string> text)
        where T : notnull => change.Kind switch
        {
            ChangeKind.Set => text(change.Value),
            ChangeKind.Clear => None,
            _ => null,
        };
}
