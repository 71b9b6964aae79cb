namespace UponAi.PowerShell.Rows;

/// <summary>
/// The content of a row as <see cref="RowParser"/> reads it: the change, and the location of the number.
/// </summary>
/// <param name="Assignment">The change. An unread property is unchanged. An unread number is the default.</param>
/// <param name="AccountSid">The account, or null if the row has none.</param>
/// <param name="WorkspaceId">The workspace, or null if the row has none.</param>
internal sealed record ParsedRow(NumberAssignment Assignment, string? AccountSid, int? WorkspaceId)
{
    /// <summary>Gets the text of the number, or null if unread.</summary>
    internal string? NumberText { get; init; }

    /// <summary>True if the row names a number, even if the number is unread.</summary>
    internal bool HasNumber { get; init; }

    /// <summary>Gets the status of a comparison, or null for other rows.</summary>
    internal NumberComparisonStatus? ComparisonStatus { get; init; }

    /// <summary>
    /// Gets the state of the number at the time of the comparison. Null for other rows, or if unread.
    /// </summary>
    internal PhoneNumber? CurrentState { get; init; }

    internal IReadOnlyList<string> UnknownColumns { get; init; } = [];

    internal static ParsedRow From(PlanRow row) =>
        new(row.GetAssignment(), row.AccountSid, row.WorkspaceId) { NumberText = row.Number, HasNumber = true };

    /// <summary>Returns this row with its place in a file.</summary>
    internal PlanRow ToPlanRow(string file, int line) => new(Assignment, AccountSid, WorkspaceId, file, line);
}
