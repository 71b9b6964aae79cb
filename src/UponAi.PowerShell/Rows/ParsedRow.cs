namespace UponAi.PowerShell.Rows;

/// <summary>The properties that a command reads from a row. A command leaves out the properties that its parameters override.</summary>
[Flags]
internal enum RowFields
{
    None = 0,

    /// <summary>The number as text, which may be a wildcard pattern.</summary>
    NumberText = 1,

    /// <summary>The number, parsed.</summary>
    Number = 1 << 1,
    AccountSid = 1 << 2,
    WorkspaceId = 1 << 3,
    Inbound = 1 << 4,
    Outbound = 1 << 5,
    InboundWebhook = 1 << 6,
    TimeRouting = 1 << 7,

    /// <summary>The current values of a comparison.</summary>
    CurrentState = 1 << 8,

    /// <summary>The number and where it is.</summary>
    NumberAndLocation = Number | AccountSid | WorkspaceId,

    /// <summary>The properties that an assignment changes.</summary>
    Change = Inbound | Outbound | InboundWebhook | TimeRouting,

    /// <summary>The whole row.</summary>
    All = NumberAndLocation | Change,
}

/// <summary>The content of one row: the change that the row states, and where its number is.</summary>
/// <param name="Assignment">The change. A property that was not read is unchanged. A number that was not read is the default.</param>
/// <param name="AccountSid">The account, or null if the row states none.</param>
/// <param name="WorkspaceId">The workspace, or null if the row states none.</param>
internal sealed record ParsedRow(NumberAssignment Assignment, string? AccountSid, int? WorkspaceId)
{
    /// <summary>Gets the number as the row has it, or null if it was not read.</summary>
    internal string? NumberText { get; init; }

    /// <summary>Gets the result of the comparison that the row comes from, or null for any other row.</summary>
    internal NumberComparisonStatus? ComparisonStatus { get; init; }

    /// <summary>Gets what the number had when it was compared, or null if the row is no comparison or this was not read.</summary>
    internal PhoneNumber? CurrentState { get; init; }

    /// <summary>Gets the names of the columns that are not known.</summary>
    internal IReadOnlyList<string> UnknownColumns { get; init; } = [];

    internal static ParsedRow From(PlanRow row) =>
        new(row.GetAssignment(), row.AccountSid, row.WorkspaceId) { NumberText = row.Number };

    /// <summary>Returns this row with its place in a file.</summary>
    internal PlanRow ToPlanRow(string file, int line) => new(Assignment, AccountSid, WorkspaceId, file, line);
}
