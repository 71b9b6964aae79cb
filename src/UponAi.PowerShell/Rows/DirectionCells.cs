namespace UponAi.PowerShell.Rows;

/// <summary>
/// The cells for the agents of one direction in a row of <see cref="RowParser"/>: a list of agents, or a lone agent and
/// its version.
/// </summary>
/// <param name="listProperty">The property of the list in a phone number.</param>
/// <param name="returned">The returned properties, or null if the row is not a phone number.</param>
internal readonly struct DirectionCells(
    RowCells cells,
    RowColumn listColumn,
    RowCell lone,
    RowColumn versionColumn,
    PhoneNumberProperties listProperty,
    PhoneNumberProperties? returned)
{
    private readonly RowCell list = cells[listColumn];
    private readonly RowCell version = cells[versionColumn];

    /// <summary>True if a phone number loses agents because its list is blank.</summary>
    internal bool HasBlankAgents => IsReturnedBlank && !lone.IsNone;

    // The platform also returns null as the lone agent of a split. Only the list tells that there is no agent.
    private bool IsReturnedBlank => list.IsPresent && list.IsBlank && (returned & listProperty) > 0;

    internal string CreateBlankAgentsWarning() =>
        $"Column '{list.Name}' of {ScalarConverter.Show(cells[RowColumn.Number].Value)} is blank, and the column "
        + "ReturnedProperties marks a complete state. "
        + (lone.IsBlank
            ? "This removes the agents. "
            : $"This gives all calls to '{ScalarConverter.Show(lone.Value)}' of column '{lone.Name}'. ")
        + "To keep the agents, leave out ReturnedProperties and all columns that you did not edit, except Number, "
        + "AccountSid and WorkspaceId. For files to edit, use Export-UponAiNumberAssignment. Further rows like this "
        + "cause no warning.";

    internal Change<AgentSplit> Read()
    {
        AgentRowCells.CheckIsWholeRow(cells);
        if (SplitCache.Find(list.Value) is { } cached)
        {
            CheckListHasLoneAgent(cached.Agents);
            return Change.Set(cached);
        }

        var agents = list.IsBlank ? null : list.Read(AgentRefReader.ReadMany);
        if (agents is { Count: > 0 })
        {
            // In the platform's own response, only the list counts.
            if (!cells.IsPhoneNumber) CheckListHasLoneAgent(agents);
            return Change.Set(CreateSplit(list, agents));
        }

        if (!lone.IsBlank && !lone.IsNone) return Change.Set(ReadLoneAgent());

        if (!version.IsBlank && returned is null)
        {
            throw new UponAiException(
                UponAiError.InvalidRow,
                $"Column '{version.Name}' has version '{ScalarConverter.Show(version.Value)}', but no column names its "
                + "agent.");
        }

        return agents is not null || lone.IsNone || IsReturnedBlank
            ? Change.Clear<AgentSplit>()
            : Change.Unchanged<AgentSplit>();
    }

    // A separate method, because Read would allocate the closure for cached splits too.
    private static AgentSplit CreateSplit(RowCell list, AgentRefCollection agents) =>
        SplitCache.Keep(list.Value, list.Read(_ => AgentSplit.Create(agents)));

    private AgentSplit ReadLoneAgent()
    {
        if (list.IsNone)
        {
            throw new UponAiException(
                UponAiError.InvalidRow,
                $"Column '{list.Name}' has none, but column '{lone.Name}' has '{ScalarConverter.Show(lone.Value)}'. "
                + "Keep one.");
        }

        var loneVersion = ReadVersion();
        return lone.Read(agent => AgentSplit.Create(loneVersion is null
            ? AgentRefReader.ReadMany(agent)
            : [new AgentRef(ScalarConverter.ToText(agent), loneVersion)]));
    }

    /// <summary>
    /// Checks that the list contains the lone agent in its version, as in a response of the platform.
    /// </summary>
    private void CheckListHasLoneAgent(AgentRefCollection agents)
    {
        var id = lone.IsBlank ? null : ScalarConverter.ToText(lone.Value).Trim();
        var loneVersion = ReadVersion();
        foreach (var agent in agents)
        {
            var isId = id is null || agent.AgentId == id;
            if (isId && (loneVersion is null || agent.AgentVersion == loneVersion)) return;
        }

        var other = lone.IsBlank ? version : lone;
        var inVersion = lone.IsBlank || version.IsBlank ? "" : $" in version {loneVersion}";
        throw new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{list.Name}' has '{ScalarConverter.Show(list.Value)}', which does not contain "
            + $"'{ScalarConverter.Show(other.Value)}'{inVersion} of column '{other.Name}'. Keep one. "
            + "Write a version in a list as agent_a@3.");
    }

    private int? ReadVersion() => version.IsBlank
        ? null
        : version.ReadInt(min: 0, "a whole number from 0. Leave the cell empty for the latest version");
}
