namespace UponAi.PowerShell.Rows;

/// <summary>Reads the cells of a row for one agent. Such a row states a share of a number's calls, not a whole assignment.</summary>
internal static class AgentRowCells
{
    private static readonly RowColumn[] OneAgentColumns = [RowColumn.AgentVersion, RowColumn.Weight, RowColumn.Direction];

    private static readonly RowColumn[] WholeRowColumns =
    [
        RowColumn.InboundAgents, RowColumn.InboundAgentId, RowColumn.InboundAgentVersion,
        RowColumn.OutboundAgents, RowColumn.OutboundAgentId, RowColumn.OutboundAgentVersion,
        RowColumn.InboundWebhookUrl, RowColumn.TimeRouting,
    ];

    /// <summary>Reads the agent. Returns null if the row removes the agents of its direction.</summary>
    internal static AgentRef? ReadAgent(RowCells cells)
    {
        var (agent, version, weight) = (cells[RowColumn.AgentId], cells[RowColumn.AgentVersion], cells[RowColumn.Weight]);
        if (agent.IsBlank)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentRef,
                "The row has no agent: it needs a column AgentId with one, or with none to remove those of its direction.");
        }

        if (version.IsBlank && weight.IsBlank) return agent.IsNone ? null : agent.Read(AgentRefReader.ReadOne!);

        int? agentVersion = version.IsBlank ? null : version.Read(AgentRefReader.ReadVersion);
        decimal? agentWeight = weight.IsBlank ? null : weight.Read(ScalarConverter.ReadWeight);
        return agent.Read(id => new AgentRef(ScalarConverter.Text(id).Trim(), agentVersion, agentWeight));
    }

    /// <summary>Reads the direction. Returns true for inbound calls, false for outbound calls.</summary>
    internal static bool ReadIsInbound(RowCells cells)
    {
        var cell = cells[RowColumn.Direction];
        var text = ScalarConverter.Text(cell.Value).Trim();
        if (text.Equals("Inbound", StringComparison.OrdinalIgnoreCase)) return true;
        if (text.Equals("Outbound", StringComparison.OrdinalIgnoreCase)) return false;
        throw new UponAiException(UponAiError.InvalidRow, cell.IsBlank
            ? "The row does not say for which direction its agent is: it needs a column Direction with Inbound or Outbound."
            : $"Column '{DisplayText.Sanitize(cell.Name)}' has '{ScalarConverter.Show(cell.Value)}', "
                + "which is neither Inbound nor Outbound.");
    }

    /// <summary>Throws if a row for one agent has a cell of a whole assignment.</summary>
    /// <returns>Always true.</returns>
    internal static bool CheckColumns(RowCells cells) => FirstFilled(cells, WholeRowColumns) is not { } cell
        ? true
        : throw new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{DisplayText.Sanitize(cell.Name)}' belongs to a file with one row a number, and this row is one of "
            + "an agent, with AgentVersion, Weight or Direction; use one layout.");

    /// <summary>Throws if a row that should be a whole assignment has a cell of a row for one agent.</summary>
    internal static void CheckIsWholeRow(RowCells cells)
    {
        if (FirstFilled(cells, OneAgentColumns) is not { } cell) return;
        throw new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{cell.Name}' belongs to a file with one agent a row, whose rows are not whole assignments. "
            + "Put all agents of a number into one cell: InboundAgents = agent_a@3=90%;agent_b=10%. "
            + "Import-UponAiNumberAssignment gathers such rows.");
    }

    private static RowCell? FirstFilled(RowCells cells, RowColumn[] columns)
    {
        foreach (var column in columns)
        {
            if (!cells[column].IsBlank) return cells[column];
        }

        return null;
    }
}
