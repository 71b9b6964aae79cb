namespace UponAi;

/// <summary>
/// A number with its desired changes, and the file and line that they come from: a checked row of a plan file, or a
/// line of a journal (<see cref="JournalEntry.Sent"/>). A null property is not changed, and the text <c>none</c>
/// removes a value. The texts read back to the same changes, also through CSV, JSON, Clixml and jobs.
/// </summary>
public sealed class PlanRow
{
    private readonly NumberAssignment assignment;

    internal PlanRow(NumberAssignment assignment, string? accountSid, int? workspaceId, string file, int line) =>
        (this.assignment, AccountSid, WorkspaceId, File, Line) = (assignment, accountSid, workspaceId, file, line);

    /// <summary>Gets the number or extension.</summary>
    public string Number => assignment.Number.Value;

    /// <summary>Gets the inbound agents, such as <c>agent_a@3=90%;agent_b=10%</c>.</summary>
    public string? InboundAgents => PlanText.From(assignment.Inbound);

    /// <summary>Gets the outbound agents, in the same form.</summary>
    public string? OutboundAgents => PlanText.From(assignment.Outbound);

    /// <summary>Gets the webhook for inbound calls.</summary>
    public string? InboundWebhookUrl => PlanText.From(assignment.InboundWebhook);

    /// <summary>Gets the desired state of time routing, or null to keep the current state.</summary>
    public bool? TimeRouting => assignment.TimeRouting;

    /// <summary>Gets the sid of the account, or null if the file has none.</summary>
    public string? AccountSid { get; }

    /// <summary>Gets the id of the workspace, or null if the file has none.</summary>
    public int? WorkspaceId { get; }

    /// <summary>Gets the full path of the plan file or journal.</summary>
    public string File { get; }

    /// <summary>Gets the line on which the row begins, from 1.</summary>
    public int Line { get; }

    /// <summary>Gets the place of the row for messages: <c>plan.csv, line 12</c>.</summary>
    internal string Position => PlanText.Position(File, Line);

    /// <summary>Returns the desired change.</summary>
    public NumberAssignment GetAssignment() => assignment;

    /// <summary>Returns the number.</summary>
    public override string ToString() => Number;
}

/// <summary>Formats changes as the text of plan cells. <c>none</c> removes a value, and null means unchanged.</summary>
internal static class PlanText
{
    internal static string? From(Change<AgentSplit> change) => From(change, Agents);

    internal static string? From(Change<Webhook> change) => From(change, webhook => webhook.ToString());

    /// <summary>Returns the agents with exact percentages. A lone agent has no weight.</summary>
    internal static string Agents(AgentSplit split) => split.Agents is [var lone]
        ? lone.WithWeight(null).ToString()
        : string.Join(
            ";",
            split.Agents.Select(agent =>
                $"{agent.WithWeight(null)}={AgentRefText.Exact(agent.Weight.GetValueOrDefault() * 100m)}%"));

    /// <summary>Returns a line of a file for messages: <c>plan.csv, line 12</c>.</summary>
    internal static string Position(string file, int line) =>
        $"{DisplayText.Sanitize(Path.GetFileName(file))}, line {line}";

    private static string? From<T>(Change<T> change, Func<T, string> text)
        where T : notnull => change.Kind switch
        {
            ChangeKind.Set => text(change.Value),
            ChangeKind.Clear => ClearKeyword.Text,
            _ => null,
        };
}
