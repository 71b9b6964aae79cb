namespace UponAi.PowerShell.Binding;

/// <summary>Reads what a row of one agent says: the agent, and for which direction.</summary>
internal sealed class AgentRowReader(RowCells cells)
{
    private static readonly RowColumn[] OfWholeRows =
    [
        RowColumn.InboundAgents, RowColumn.InboundAgentId, RowColumn.InboundAgentVersion, RowColumn.OutboundAgents, RowColumn.OutboundAgentId, RowColumn.OutboundAgentVersion,
        RowColumn.InboundWebhookUrl, RowColumn.TimeRouting,
    ];

    /// <summary>The agent, or null where the row removes those of its direction.</summary>
    internal AgentRef? Agent()
    {
        var (agent, version, weight) = (cells[RowColumn.AgentId], cells[RowColumn.AgentVersion], cells[RowColumn.Weight]);
        if (agent.IsBlank) throw new UponAiException(UponAiError.InvalidAgentRef, "The row has no agent: it needs a column AgentId with one, or with none to remove those of its direction.");
        if (version.IsBlank && weight.IsBlank) return agent.IsNone ? null : agent.Read(AgentRefReader.ReadOne!);

        int? versionGiven = version.IsBlank ? null : version.Read(AgentRefReader.ReadVersion);
        decimal? weightGiven = weight.IsBlank ? null : weight.Read(ScalarConverter.ReadWeight);
        return agent.Read(id => new AgentRef(ScalarConverter.Text(id).Trim(), versionGiven, weightGiven));
    }

    /// <summary>True for calls that come in, false for those that go out.</summary>
    internal bool IsInbound()
    {
        var cell = cells[RowColumn.Direction];
        var text = ScalarConverter.Text(cell.Value).Trim();
        if (text.Equals("Inbound", StringComparison.OrdinalIgnoreCase)) return true;
        if (text.Equals("Outbound", StringComparison.OrdinalIgnoreCase)) return false;
        throw new UponAiException(UponAiError.InvalidRow, cell.IsBlank
            ? "The row does not say for which direction its agent is: it needs a column Direction with Inbound or Outbound."
            : $"Column '{DisplayText.Sanitize(cell.Name)}' has '{ScalarConverter.Show(cell.Value)}', which is neither Inbound nor Outbound.");
    }

    /// <summary>What belongs to a whole number has no place in a row of one agent of it.</summary>
    internal bool RefuseWhole() => OfWholeRows.Select(column => cells[column]).FirstOrDefault(cell => !cell.IsBlank) is { IsPresent: true } whole
        ? throw new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{DisplayText.Sanitize(whole.Name)}' belongs to a file with one row a number, and this row is one of an agent, with AgentVersion, Weight or Direction; use one layout.")
        : false;
}
