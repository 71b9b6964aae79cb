using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Plans;

/// <summary>
/// Groups the rows for one agent each of a <see cref="PlanImport"/> into one row per number. The rows of a number may
/// be anywhere in the file, so this class holds all rows until the end of the file.
/// </summary>
/// <param name="checkRow">Returns why the row of a number is refused, or null.</param>
internal sealed class AgentRowGrouper(string file, Func<PlanRow, UponAiException?> checkRow)
{
    private readonly Dictionary<(NumberId, string?, int?), NumberGroup> byNumber = [];
    private readonly List<PlanRow> rows = [];

    // A row without a readable number may belong to any number, so no group is known to be complete.
    private bool isIncomplete;

    /// <summary>
    /// Gets the numbers without errors in the order of their first rows. Filled by <see cref="Finish"/>.
    /// </summary>
    internal IReadOnlyList<PlanRow> Rows => rows;

    /// <summary>Adds a row.</summary>
    /// <returns>
    /// The errors of the row. With errors, the number gets no row, because its other agents alone would be a different
    /// split.
    /// </returns>
    internal IReadOnlyList<UponAiException> Add(PlanRecord record)
    {
        var parser = new RowParser(new RowCells(record.Cells));
        if (parser.Parse(RowFields.NumberAndLocation) is not { } row)
        {
            MarkIncomplete();
            return parser.Errors;
        }

        var (agent, isInbound) = parser.ParseAgent();
        GetGroup(row, record).Add(agent, isInbound, hasErrors: parser.Errors.Count > 0);
        return parser.Errors;
    }

    /// <summary>Notes a row that cannot be read. No number is returned then.</summary>
    internal void MarkIncomplete() => isIncomplete = true;

    /// <summary>Creates the rows.</summary>
    /// <returns>The errors of the whole groups, each with the first row of its number.</returns>
    internal IEnumerable<PlanProblem> Finish()
    {
        foreach (var group in byNumber.Values.Where(group => !group.HasErrors))
        {
            var errors = new List<UponAiException>();
            var row = group.ToRow(file, errors);
            if (errors.Count == 0 && checkRow(row) is { } problem) errors.Add(problem);
            foreach (var error in errors) yield return PlanProblem.Create(error, file, group.First);
            if (errors.Count == 0 && !isIncomplete) rows.Add(row);
        }

        byNumber.Clear();
    }

    private NumberGroup GetGroup(ParsedRow row, PlanRecord record)
    {
        var key = (row.Assignment.Number, row.AccountSid, row.WorkspaceId);
        if (!byNumber.TryGetValue(key, out var group)) byNumber.Add(key, group = new NumberGroup(row, record));
        return group;
    }

    /// <summary>The rows of a number.</summary>
    /// <param name="row">The number and its location.</param>
    /// <param name="first">The first row of the number.</param>
    private sealed class NumberGroup(ParsedRow row, PlanRecord first)
    {
        private readonly List<AgentRef?> inbound = [];
        private readonly List<AgentRef?> outbound = [];

        internal PlanRecord First => first;

        internal bool HasErrors { get; private set; }

        internal void Add(AgentRef? agent, bool isInbound, bool hasErrors)
        {
            HasErrors |= hasErrors;
            (isInbound ? inbound : outbound).Add(agent);
        }

        internal PlanRow ToRow(string file, List<UponAiException> errors)
        {
            var assignment = row.Assignment with
            {
                Inbound = CreateChange("inbound", inbound, errors),
                Outbound = CreateChange("outbound", outbound, errors),
            };
            return (row with { Assignment = assignment }).ToPlanRow(file, first.Line);
        }

        private Change<AgentSplit> CreateChange(string direction, List<AgentRef?> agents, List<UponAiException> errors)
        {
            if (agents.Count == 0) return Change.Unchanged<AgentSplit>();
            if (agents.All(agent => agent is null)) return Change.Clear<AgentSplit>();
            try
            {
                if (!agents.Contains(null)) return Change.Set(AgentSplit.Create(agents!));
                errors.Add(new UponAiException(
                    UponAiError.InvalidAgentSplit,
                    $"The {direction} rows of {row.Assignment.Number} contain both agents and none, which removes all "
                    + "agents. Keep one or the other."));
            }
            catch (UponAiException e)
            {
                var message = $"The {direction} rows of {row.Assignment.Number}: {e.Message}";
                errors.Add(new UponAiException(e.Error, message, e));
            }

            return Change.Unchanged<AgentSplit>();
        }
    }
}
