namespace UponAi.PowerShell.Binding;

/// <summary>
/// Reads what a row says. Blank leaves a property alone, <c>none</c> and an empty list clear it. A row that says which members a
/// phone number carried is that phone number, whole: its carried blanks clear.
/// </summary>
internal sealed class RowReader : IAssignmentRow
{
    private readonly RowCells cells;
    private readonly PhoneNumberProperties? carried;

    /// <exception cref="UponAiException">The row contradicts itself, or is of a kind that cannot be read one by one.</exception>
    internal RowReader(RowCells cells)
    {
        this.cells = cells;
        carried = cells[RowColumn.ReturnedProperties] is { IsBlank: false } cell ? cell.Read(ReturnedProperties.Read) : null;
    }

    public string NameUnknown() => cells.NameUnknown();

    public string Number() => cells[RowColumn.Number] is { IsBlank: false } cell
        ? cell.Read(NumberText.Of)
        : throw new UponAiException(UponAiError.InvalidNumber, "The row has no number: it needs a column Number with a value such as +14155550100." + NameUnknown());

    /// <summary>The number, read; an error says in which column it stands.</summary>
    internal NumberId NumberId() => cells[RowColumn.Number] is { IsBlank: false } cell
        ? cell.Read(value => UponAi.NumberId.Parse(NumberText.Of(value)))
        : UponAi.NumberId.Parse(Number());

    public string? AccountSid() => cells[RowColumn.AccountSid] is { IsBlank: false } cell ? cell.Read(sid => AccountSidText.Checked(ScalarConverter.Text(sid).Trim())) : null;

    public int? WorkspaceId() => cells[RowColumn.WorkspaceId] is { IsBlank: false } cell
        ? ScalarConverter.TryInt(cell.Value, out var id) && id > 0 ? id : throw Unreadable(cell, "a whole number from 1")
        : null;

    public Change<AgentSplit> Inbound()
    {
        RefuseRowOfOneAgent();
        return Direction(cells[RowColumn.InboundAgents], cells[RowColumn.InboundAgentId], cells[RowColumn.InboundAgentVersion], PhoneNumberProperties.InboundAgents);
    }

    public Change<AgentSplit> Outbound()
    {
        RefuseRowOfOneAgent();
        return Direction(cells[RowColumn.OutboundAgents], OutboundAgentId(), cells[RowColumn.OutboundAgentVersion], PhoneNumberProperties.OutboundAgents);
    }

    public Change<Webhook> InboundWebhook()
    {
        var cell = cells[RowColumn.InboundWebhookUrl];
        if (cell.IsNone || ClearsByBeingBlank(cell, PhoneNumberProperties.InboundWebhookUrl)) return Change.Clear<Webhook>();
        return cell.IsBlank ? Change.Unchanged<Webhook>() : Change.Set(cell.Read(value => Webhook.Parse(ScalarConverter.Text(value))));
    }

    public bool? TimeRouting()
    {
        var cell = cells[RowColumn.TimeRouting];
        if (cell.IsBlank) return null;
        return ScalarConverter.TryBool(cell.Value, out var on) ? on : throw Unreadable(cell, "true or false; time routing is switched off with false, not removed");
    }

    // A table may have a Status of its own; beside what a number has, it is a comparison's, also one from a file or a job.
    public NumberComparisonStatus? ComparisonStatus() =>
        cells[RowColumn.Current].IsPresent && Enum.TryParse<NumberComparisonStatus>(ScalarConverter.Text(cells[RowColumn.ComparisonStatus].Value), ignoreCase: true, out var status) ? status : null;

    private Change<AgentSplit> Direction(RowCells.Cell list, RowCells.Cell lone, RowCells.Cell version, PhoneNumberProperties carriedList)
    {
        if (SplitCache.Find(list.Value) is { } known)
        {
            RefuseContradiction(list, known.Agents, lone, version);
            return Change.Set(known);
        }

        var agents = list.IsBlank ? null : list.Read(AgentRefReader.ReadMany);
        if (agents is { Count: > 0 })
        {
            // The platform's own answer is taken as it is: its list counts.
            if (!cells.IsPhoneNumber) RefuseContradiction(list, agents, lone, version);
            return Change.Set(Split(list, agents));
        }

        if (!lone.IsBlank && !lone.IsNone)
        {
            if (list.IsNone)
                throw new UponAiException(UponAiError.InvalidRow, $"Column '{list.Name}' says none and column '{lone.Name}' says '{ScalarConverter.Show(lone.Value)}'; keep one.");
            var versionGiven = Version(version);
            return Change.Set(lone.Read(agent => AgentSplit.Create(versionGiven is null ? AgentRefReader.ReadMany(agent) : [new AgentRef(ScalarConverter.Text(agent), versionGiven)])));
        }

        if (!version.IsBlank && carried is null)
            throw new UponAiException(UponAiError.InvalidRow, $"Column '{version.Name}' has version '{ScalarConverter.Show(version.Value)}', and no column says of which agent.");
        // A lone id that is carried as null is also what a split looks like; whether there is one, only the list says.
        return agents is not null || lone.IsNone || ClearsByBeingBlank(list, carriedList)
            ? Change.Clear<AgentSplit>()
            : Change.Unchanged<AgentSplit>();
    }

    private static AgentSplit Split(RowCells.Cell list, AgentRefCollection agents) => SplitCache.Keep(list.Value, list.Read(_ => AgentSplit.Create(agents)));

    /// <summary>A lone agent and its version beside a list must be one of the list, as the platform reports them.</summary>
    private static void RefuseContradiction(RowCells.Cell list, AgentRefCollection agents, RowCells.Cell lone, RowCells.Cell version)
    {
        var id = lone.IsBlank ? null : ScalarConverter.Text(lone.Value).Trim();
        var versionGiven = Version(version);
        if (agents.Any(agent => (id is null || agent.AgentId == id) && (versionGiven is null || agent.AgentVersion == versionGiven))) return;

        var other = lone.IsBlank ? version : lone;
        throw new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{list.Name}' says '{ScalarConverter.Show(list.Value)}', and column '{other.Name}' says '{ScalarConverter.Show(other.Value)}'{(lone.IsBlank || version.IsBlank ? "" : $" in version {versionGiven}")}, which is not among them; keep one. A version in a list is written agent_a@3.");
    }

    private bool ClearsByBeingBlank(RowCells.Cell cell, PhoneNumberProperties member) => cell.IsPresent && cell.IsBlank && (carried & member) > 0;

    /// <summary>Beside an InboundAgentId, as a phone number has it, AgentId is the outbound agent; alone it does not say which direction is meant.</summary>
    private RowCells.Cell OutboundAgentId()
    {
        var named = cells[RowColumn.OutboundAgentId];
        var bare = cells[RowColumn.AgentId];
        if (bare.IsBlank) return named.IsBlank ? bare : named;
        if (carried is null && !cells[RowColumn.InboundAgentId].IsPresent)
        {
            throw new UponAiException(
                UponAiError.InvalidRow,
                $"Column '{bare.Name}' says '{ScalarConverter.Show(bare.Value)}' and not for which direction; name it InboundAgentId for calls that come in, OutboundAgentId for calls that go out.");
        }

        RowCells.RefuseContradiction(named, bare);
        return bare;
    }

    private void RefuseRowOfOneAgent()
    {
        var cell = cells.OfOneAgent;
        if (cell.IsBlank) return;
        throw new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{cell.Name}' belongs to a file with one agent a row, whose rows are not whole assignments. Put all agents of a number into one cell: InboundAgents = agent_a@3=90%;agent_b=10%. Import-UponAiNumberAssignment gathers such rows.");
    }

    private static int? Version(RowCells.Cell cell)
    {
        if (cell.IsBlank) return null;
        return ScalarConverter.TryInt(cell.Value, out var version) ? version : throw Unreadable(cell, "a whole number from 0; leave it empty for the latest version");
    }

    private static UponAiException Unreadable(RowCells.Cell cell, string expected) => new(
        UponAiError.InvalidRow, $"Column '{cell.Name}' has '{ScalarConverter.Show(cell.Value)}', which is not {expected}.");
}
