namespace UponAi.PowerShell.Rows;

/// <summary>
/// Parses a row. A blank cell leaves its property unchanged. <c>none</c> and an empty list clear the property. A row
/// with <see cref="PhoneNumber.ReturnedProperties"/> is a whole phone number, whose blank returned properties also
/// clear.
/// </summary>
internal sealed class RowParser(RowCells cells)
{
    private List<UponAiException>? errors;
    private PhoneNumberProperties? returned;

    internal IReadOnlyList<UponAiException> Errors => errors ?? (IReadOnlyList<UponAiException>)[];

    /// <summary>Gets a function that creates a warning about blank agents of a phone number, or null.</summary>
    internal Func<string>? BlankAgentsWarning { get; private set; }

    /// <summary>Reads the fields. Returns null if there is an error.</summary>
    internal ParsedRow? Parse(RowFields fields)
    {
        Read(static parser => parser.ReadReturnedProperties());
        if ((fields & RowFields.Change) != 0) Read(static parser => parser.ReadUnreadableProperties());
        if (errors is not null) return null;

        var numberText = Read(fields, RowFields.NumberText, static parser => parser.ReadNumberText());
        var assignment = new NumberAssignment
        {
            Number = Read(fields, RowFields.Number, static parser => parser.ReadNumber()),
            Inbound = Read(fields, RowFields.Inbound, static parser => parser.ReadInbound()),
            Outbound = Read(fields, RowFields.Outbound, static parser => parser.ReadOutbound()),
            InboundWebhook = Read(fields, RowFields.InboundWebhook, static parser => parser.ReadInboundWebhook()),
            TimeRouting = Read(fields, RowFields.TimeRouting, static parser => parser.ReadTimeRouting()),
        };
        var currentState = Read(fields, RowFields.CurrentState, static parser => parser.ReadCurrentState());
        var accountSid = Read(fields, RowFields.AccountSid, static parser => parser.ReadAccountSid());
        var workspaceId = Read(fields, RowFields.WorkspaceId, static parser => parser.ReadWorkspaceId());
        if (errors is not null) return null;
        return new ParsedRow(assignment, accountSid, workspaceId)
        {
            NumberText = numberText,
            HasNumber = !cells[RowColumn.Number].IsBlank,
            ComparisonStatus = ReadComparisonStatus(),
            CurrentState = currentState,
            UnknownColumns = cells.Unknown,
        };
    }

    /// <summary>
    /// Reads the agent and the direction of a row for one agent. The values count only if there is no error.
    /// </summary>
    internal (AgentRef? Agent, bool IsInbound) ParseAgent()
    {
        if (AgentRowCells.FindWholeRowError(cells) is { } error) (errors ??= []).Add(error);
        return (Read(_ => AgentRowCells.ReadAgent(cells)), Read(_ => AgentRowCells.ReadIsInbound(cells)));
    }

    private T? Read<T>(RowFields fields, RowFields field, Func<RowParser, T> read) =>
        (fields & field) == 0 ? default : Read(read);

    private T? Read<T>(Func<RowParser, T> read)
    {
        try
        {
            return read(this);
        }
        catch (UponAiException e)
        {
            (errors ??= []).Add(e);
            return default;
        }
    }

    private PhoneNumberProperties? ReadReturnedProperties()
    {
        if (cells.Error is not null) throw cells.Error;
        return returned = cells[RowColumn.ReturnedProperties] is { IsBlank: false } cell
            ? cell.Read(ScalarConverter.ReadReturnedProperties)
            : null;
    }

    // A number with unreadable properties cannot be restored completely.
    private PhoneNumberProperties ReadUnreadableProperties()
    {
        var unreadable = cells[RowColumn.UnreadableProperties].ReadOptional(ScalarConverter.ReadReturnedProperties);
        if (unreadable == PhoneNumberProperties.None) return unreadable;
        throw new UponAiException(
            UponAiError.InvalidRow,
            $"The phone number is not complete: the platform's {unreadable} could not be read. Get the number again "
            + "when the platform returns all properties, or remove the column UnreadableProperties.");
    }

    private string ReadNumberText() => GetNumberCell().Read(ScalarConverter.ReadNumberText);

    private NumberId ReadNumber() =>
        GetNumberCell().Read(static value => NumberId.Parse(ScalarConverter.ReadNumberText(value)));

    private RowCell GetNumberCell() => cells[RowColumn.Number] is { IsBlank: false } cell
        ? cell
        : throw new UponAiException(
            UponAiError.InvalidNumber,
            "The row has no number. It needs a column Number with a value such as +14155550100."
            + RowCells.DescribeUnknown(cells.Unknown));

    private string? ReadAccountSid() => cells[RowColumn.AccountSid]
        .ReadOptional(static sid => AccountSidText.Checked(ScalarConverter.ToText(sid).Trim()));

    private int? ReadWorkspaceId() => cells[RowColumn.WorkspaceId] is { IsBlank: false } cell
        ? cell.ReadInt(min: 1, "a whole number from 1")
        : null;

    private Change<AgentSplit> ReadInbound() => Read(new DirectionCells(
        cells, RowColumn.InboundAgents, cells[RowColumn.InboundAgentId], RowColumn.InboundAgentVersion,
        PhoneNumberProperties.InboundAgents, returned));

    private Change<AgentSplit> ReadOutbound() => Read(new DirectionCells(
        cells, RowColumn.OutboundAgents, FindOutboundAgentId(), RowColumn.OutboundAgentVersion,
        PhoneNumberProperties.OutboundAgents, returned));

    private Change<AgentSplit> Read(DirectionCells direction)
    {
        if (direction.HasBlankAgents) BlankAgentsWarning ??= direction.CreateBlankAgentsWarning;
        return direction.Read();
    }

    /// <summary>
    /// Returns the cell of the lone outbound agent. AgentId means the outbound agent only in a phone number.
    /// </summary>
    private RowCell FindOutboundAgentId()
    {
        var named = cells[RowColumn.OutboundAgentId];
        var bare = cells[RowColumn.AgentId];
        if (bare.IsBlank) return named.IsBlank ? bare : named;
        if (returned is null && !cells[RowColumn.InboundAgentId].IsPresent)
        {
            throw new UponAiException(
                UponAiError.InvalidRow,
                $"Column '{bare.Name}' with '{ScalarConverter.Show(bare.Value)}' has no direction. Name the column "
                + "InboundAgentId for incoming calls, or OutboundAgentId for outgoing calls.");
        }

        return named.CompareWith(bare) is { } contradiction ? throw contradiction : bare;
    }

    private Change<Webhook> ReadInboundWebhook()
    {
        var cell = cells[RowColumn.InboundWebhookUrl];
        if (cell.IsNone) return Change.Clear<Webhook>();
        if (!cell.IsBlank) return Change.Set(cell.Read(static value => Webhook.Parse(ScalarConverter.ToText(value))));
        return cell.IsPresent && (returned & PhoneNumberProperties.InboundWebhookUrl) > 0
            ? Change.Clear<Webhook>()
            : Change.Unchanged<Webhook>();
    }

    private bool? ReadTimeRouting() => cells[RowColumn.TimeRouting] is { IsBlank: false } cell
        ? cell.ReadBool("true or false. Time routing is switched off with false, not removed")
        : null;

    /// <summary>Reads the state of the number at the time of the comparison. A blank cell was not reported.</summary>
    private PhoneNumber? ReadCurrentState()
    {
        if (ReadComparisonStatus() is null) return null;
        var webhook = cells[RowColumn.CurrentInboundWebhookUrl];
        var timeRouting = cells[RowColumn.CurrentTimeRouting];
        var state = new PhoneNumber
        {
            InboundAgents = ReadCurrentAgents(RowColumn.CurrentInboundAgents),
            OutboundAgents = ReadCurrentAgents(RowColumn.CurrentOutboundAgents),
            InboundWebhookUrl = webhook.IsNone ? null : webhook.ReadOptional(ScalarConverter.ToText)?.Trim(),
            IsTimeRoutingEnabled = timeRouting.IsBlank ? null : timeRouting.ReadBool("true or false"),
        };
        state.ReturnedProperties =
            (state.InboundAgents is null ? 0 : PhoneNumberProperties.InboundAgents)
            | (state.OutboundAgents is null ? 0 : PhoneNumberProperties.OutboundAgents)
            | (webhook.IsBlank ? 0 : PhoneNumberProperties.InboundWebhookUrl)
            | (timeRouting.IsBlank ? 0 : PhoneNumberProperties.IsTimeRoutingEnabled);
        return state;
    }

    private AgentRefCollection? ReadCurrentAgents(RowColumn column)
    {
        var cell = cells[column];
        return cell.IsNone
            ? AgentRefCollection.Empty
            : cell.ReadOptional(static value => value as AgentRefCollection ?? AgentRefReader.ReadMany(value));
    }

    // A table of the user may have its own column Status. Only together with current values it is a comparison.
    private NumberComparisonStatus? ReadComparisonStatus() =>
        cells[RowColumn.CurrentInboundAgents].IsPresent
        && Enum.TryParse<NumberComparisonStatus>(
            ScalarConverter.ToText(cells[RowColumn.ComparisonStatus].Value), ignoreCase: true, out var status)
            ? status
            : null;
}
