namespace UponAi;

/// <summary>
/// A row of a plan file, checked: a number, what is to change of it, and where the file says so. What the file does not state is
/// null and stays as it is on the platform; <c>none</c> removes. The texts read back to the same changes, so that a row survives CSV,
/// JSON, Clixml and jobs.
/// </summary>
public sealed class PlanRow
{
    private readonly NumberAssignment assignment;

    internal PlanRow(NumberAssignment assignment, string? accountSid, int? workspaceId, string file, int line) =>
        (this.assignment, AccountSid, WorkspaceId, File, Line) = (assignment, accountSid, workspaceId, file, line);

    /// <summary>The number or extension.</summary>
    public string Number => assignment.Number.Value;

    /// <summary>The agents that take calls, such as <c>agent_a@3=90%;agent_b=10%</c>.</summary>
    public string? InboundAgents => PlanText.Of(assignment.Inbound);

    /// <summary>The agents that make calls, in the same form.</summary>
    public string? OutboundAgents => PlanText.Of(assignment.Outbound);

    /// <summary>The webhook that is asked at each inbound call.</summary>
    public string? InboundWebhookUrl => PlanText.Of(assignment.InboundWebhook);

    /// <summary>Whether time routing is on.</summary>
    public bool? TimeRouting => assignment.TimeRouting;

    /// <summary>The account, where the file states one.</summary>
    public string? AccountSid { get; }

    /// <summary>The workspace, where the file states one.</summary>
    public int? WorkspaceId { get; }

    /// <summary>The full path of the file.</summary>
    public string File { get; }

    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line { get; }

    /// <summary>Where the row stands, for messages: <c>plan.csv, line 12</c>.</summary>
    internal string Position => PlanText.Position(File, Line);

    /// <summary>The desired change, as the commands take it.</summary>
    public NumberAssignment GetAssignment() => assignment;

    /// <summary>The number.</summary>
    public override string ToString() => Number;
}
