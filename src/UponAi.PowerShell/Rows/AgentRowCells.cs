namespace UponAi.PowerShell.Rows;

/// <summary>
/// Reads the cells of a row for one agent. Such a row is a share of a number's calls, not a whole assignment.
/// </summary>
internal static class AgentRowCells
{
    // Not AgentId, which names the outbound agent of a phone number.
    private static readonly RowColumn[] OneAgentColumns =
        [RowColumn.AgentVersion, RowColumn.Weight, RowColumn.Direction];

    private static readonly RowColumn[] WholeRowColumns =
    [
        RowColumn.InboundAgents, RowColumn.InboundAgentId, RowColumn.InboundAgentVersion,
        RowColumn.OutboundAgents, RowColumn.OutboundAgentId, RowColumn.OutboundAgentVersion,
        RowColumn.InboundWebhookUrl, RowColumn.TimeRouting,
    ];

    /// <summary>Reads the agent. Returns null if the row removes the agents of its direction.</summary>
    internal static AgentRef? ReadAgent(RowCells cells)
    {
        var agent = cells[RowColumn.AgentId];
        var (version, weight) = (cells[RowColumn.AgentVersion], cells[RowColumn.Weight]);
        if (agent.IsBlank)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentRef,
                "The row has no agent. It needs a column AgentId with an agent id, or with 'none' to remove the agents "
                + "of its direction.");
        }

        if (version.IsBlank && weight.IsBlank) return agent.IsNone ? null : agent.Read(AgentRefReader.ReadOne!);

        int? agentVersion = version.IsBlank ? null : version.Read(AgentRefReader.ReadVersion);
        decimal? agentWeight = weight.IsBlank ? null : weight.Read(ScalarConverter.ReadWeight);
        return agent.Read(id => new AgentRef(ScalarConverter.ToText(id).Trim(), agentVersion, agentWeight));
    }

    /// <summary>Reads the direction. Returns true for inbound calls, false for outbound calls.</summary>
    internal static bool ReadIsInbound(RowCells cells)
    {
        var cell = cells[RowColumn.Direction];
        var text = ScalarConverter.ToText(cell.Value).Trim();
        if (text.Equals("Inbound", StringComparison.OrdinalIgnoreCase)) return true;
        if (text.Equals("Outbound", StringComparison.OrdinalIgnoreCase)) return false;
        throw new UponAiException(UponAiError.InvalidRow, cell.IsBlank
            ? "The row has no direction for its agent. It needs a column Direction with Inbound or Outbound."
            : $"Column '{DisplayText.Sanitize(cell.Name)}' has '{ScalarConverter.Show(cell.Value)}', "
                + "which is neither Inbound nor Outbound. Write Inbound for incoming calls, or Outbound for outgoing "
                + "calls.");
    }

    /// <summary>Returns the error of a row for one agent with a cell of a whole assignment, or null.</summary>
    internal static UponAiException? FindWholeRowError(RowCells cells) =>
        FindFirstFilled(cells, WholeRowColumns) is not { } cell ? null : new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{DisplayText.Sanitize(cell.Name)}' belongs to a file with one row per number, but this row is "
            + "for one agent, with AgentVersion, Weight or Direction. Use one layout.");

    /// <summary>Throws if a row that should be a whole assignment has a cell of a row for one agent.</summary>
    internal static void CheckIsWholeRow(RowCells cells)
    {
        if (FindFirstFilled(cells, OneAgentColumns) is not { } cell) return;
        throw new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{cell.Name}' belongs to a file with one row per agent, which is not a whole assignment. "
            + "Put all agents of a number into one cell: InboundAgents = agent_a@3=90%;agent_b=10%. "
            + "Or use Import-UponAiNumberAssignment, which groups such rows.");
    }

    private static RowCell? FindFirstFilled(RowCells cells, RowColumn[] columns)
    {
        foreach (var column in columns)
        {
            if (!cells[column].IsBlank) return cells[column];
        }

        return null;
    }
}
