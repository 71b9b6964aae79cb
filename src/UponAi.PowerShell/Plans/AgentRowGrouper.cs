using UponAi.PowerShell.Binding;

namespace UponAi.PowerShell.Plans;

/// <summary>
/// Gathers rows of one agent each into rows of one number each. A number's rows may stand anywhere in the file, so that all of them
/// are held until its end.
/// </summary>
internal sealed class AgentRowGrouper(string file)
{
    private readonly Dictionary<(NumberId, string?, int?), NumberGroup> byNumber = [];
    private readonly List<PlanRow> rows = [];
    private readonly CellErrors errors = new();

    // A row that may belong to any number leaves it open whether those of a number are all that it has.
    private bool isIncomplete;

    /// <summary>The numbers whose rows are all good, in the order of their first rows; complete when <see cref="Finish"/> has ended.</summary>
    internal IReadOnlyList<PlanRow> Rows => rows;

    /// <summary>Takes a row.</summary>
    /// <returns>What is wrong with it; then its number gets no row, as the others alone would be another split.</returns>
    internal IReadOnlyList<UponAiException> Add(PlanRecord record)
    {
        errors.Begin(record);
        var cells = errors.Found.Count > 0 ? null : errors.Read(() => new RowCells(record.Cells, isPhoneNumber: false));
        if (cells is null || errors.Read(() => new RowReader(cells)) is not { } row || Owner(row, record) is not { } owner)
        {
            isIncomplete = true;
            return errors.Found;
        }

        var reader = new AgentRowReader(cells);
        errors.Read(reader.RefuseWhole);
        owner.Add(errors.Read(reader.Agent), errors.Read(reader.IsInbound), isGood: errors.Found.Count == 0);
        return errors.Found;
    }

    /// <summary>Makes the rows.</summary>
    /// <returns>What is wrong with the agents of a number together, at its first row.</returns>
    internal IEnumerable<PlanProblem> Finish()
    {
        foreach (var gathered in byNumber.Values.Where(gathered => gathered.IsGood))
        {
            errors.Clear();
            var (inbound, outbound) = (errors.Read(gathered.Inbound), errors.Read(gathered.Outbound));
            foreach (var error in errors.Found) yield return PlanProblem.Of(error, file, gathered.First);
            if (errors.Found.Count > 0 || isIncomplete) continue;

            var assignment = new NumberAssignment { Number = gathered.Number, Inbound = inbound, Outbound = outbound };
            rows.Add(new PlanRow(assignment, gathered.AccountSid, gathered.WorkspaceId, file, gathered.First.Line));
        }

        byNumber.Clear();
    }

    /// <summary>The rows of the same number so far, or null where it cannot be told which that is.</summary>
    private NumberGroup? Owner(RowReader row, PlanRecord record)
    {
        var key = (errors.Read(row.NumberId), errors.Read(row.AccountSid), errors.Read(row.WorkspaceId));
        if (errors.Found.Count > 0) return null;
        if (!byNumber.TryGetValue(key, out var gathered)) byNumber.Add(key, gathered = new NumberGroup(key.Item1, key.Item2, key.Item3, record));
        return gathered;
    }

    /// <summary>The rows of a number so far.</summary>
    private sealed class NumberGroup(NumberId number, string? accountSid, int? workspaceId, PlanRecord first)
    {
        private readonly List<AgentRef?> inbound = [];
        private readonly List<AgentRef?> outbound = [];

        internal NumberId Number => number;

        internal string? AccountSid => accountSid;

        internal int? WorkspaceId => workspaceId;

        internal PlanRecord First => first;

        internal bool IsGood { get; private set; } = true;

        internal void Add(AgentRef? agent, bool isInbound, bool isGood)
        {
            IsGood &= isGood;
            (isInbound ? inbound : outbound).Add(agent);
        }

        internal Change<AgentSplit> Inbound() => Direction("inbound", inbound);

        internal Change<AgentSplit> Outbound() => Direction("outbound", outbound);

        private Change<AgentSplit> Direction(string name, List<AgentRef?> agents)
        {
            if (agents.Count == 0) return default;
            if (agents.All(agent => agent is null)) return Change.Clear<AgentSplit>();
            if (agents.Contains(null)) throw new UponAiException(UponAiError.InvalidAgentSplit, $"The {name} rows of {number} name agents, and none beside them, which removes all; keep one or the other.");
            try
            {
                return Change.Set(AgentSplit.Create(agents!));
            }
            catch (UponAiException e)
            {
                throw new UponAiException(e.Error, $"The {name} rows of {number}: {e.Message}", e);
            }
        }
    }
}
