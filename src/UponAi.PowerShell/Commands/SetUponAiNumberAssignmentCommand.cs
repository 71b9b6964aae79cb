using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Parameters;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>Assigns agents, the webhook and time routing to phone numbers.</summary>
[Cmdlet(VerbsCommon.Set, "UponAiNumberAssignment", SupportsShouldProcess = true)]
[OutputType(typeof(PhoneNumber))]
public sealed class SetUponAiNumberAssignmentCommand : AssignmentCommand
{
    // The parsed parameters, which are the same for every row.
    private Change<AgentSplit>? inbound;
    private Change<AgentSplit>? outbound;
    private Change<Webhook>? webhook;

    [Parameter(Position = 1)]
    [Alias("InboundAgents", "inbound_agents", "inbound_agent")]
    [ConvertTo(typeof(AgentRefCollection))]
    [ValidateNotBlank]
    [ArgumentCompleter(typeof(AgentTextCompleter))]
    public AgentRefCollection? InboundAgent { get; set; }

    [Parameter]
    [Alias("OutboundAgents", "outbound_agents", "outbound_agent")]
    [ConvertTo(typeof(AgentRefCollection))]
    [ValidateNotBlank]
    [ArgumentCompleter(typeof(AgentTextCompleter))]
    public AgentRefCollection? OutboundAgent { get; set; }

    [Parameter]
    [Alias("Webhook", "inbound_webhook_url")]
    [ConvertTo(typeof(string))]
    [ValidateNotBlank]
    public string? InboundWebhookUrl { get; set; }

    [Parameter]
    [Alias("IsTimeRoutingEnabled", "is_time_routing_enabled", "time_routing")]
    [BooleanTransformation]
    public bool TimeRouting { get; set; }

    [Parameter] public SwitchParameter SkipUnchanged { get; set; }
    [Parameter] public SwitchParameter IfUnchanged { get; set; }
    [Parameter] public SwitchParameter RequireVersion { get; set; }
    [Parameter] public SwitchParameter VerifyAgents { get; set; }

    private protected override RowFields ChangeFields =>
        (IfUnchanged ? RowFields.CurrentState : RowFields.None)
        | Unless(nameof(InboundAgent), RowFields.Inbound)
        | Unless(nameof(OutboundAgent), RowFields.Outbound)
        | Unless(nameof(InboundWebhookUrl), RowFields.InboundWebhook)
        | Unless(nameof(TimeRouting), RowFields.TimeRouting);

    private protected override string AgentParameter => nameof(InboundAgent);

    private RowChecks Checks => new(SkipUnchanged, IfUnchanged, RequireVersion, VerifyAgents);

    private protected override void ChangeNumber(NumberId number, ParsedRow? row, object? target) =>
        Sender.CheckAndSend(CreateAssignment(number, row), row, GetLocation(row), Checks, target);

    private NumberAssignment CreateAssignment(NumberId number, ParsedRow? row)
    {
        // Most rows have no overriding parameters, and need no copy.
        if (row is not null && (Fields & RowFields.PlanRow) == RowFields.PlanRow) return row.Assignment;

        var assignment = row?.Assignment ?? new NumberAssignment { Number = number };
        return new NumberAssignment
        {
            Number = number,
            Inbound = PipedAgents is not null || IsBound(nameof(InboundAgent))
                ? inbound ??= AgentSplit.CreateChange(PipedAgents ?? InboundAgent)
                : assignment.Inbound,
            Outbound = IsBound(nameof(OutboundAgent))
                ? outbound ??= AgentSplit.CreateChange(OutboundAgent)
                : assignment.Outbound,
            InboundWebhook = IsBound(nameof(InboundWebhookUrl))
                ? webhook ??= CreateChange(InboundWebhookUrl)
                : assignment.InboundWebhook,
            TimeRouting = IsBound(nameof(TimeRouting)) ? TimeRouting : assignment.TimeRouting,
        };
    }

    private RowFields Unless(string parameter, RowFields field) => IsBound(parameter) ? RowFields.None : field;

    private static Change<Webhook> CreateChange(string? url) =>
        ScalarConverter.IsNone(url) ? Change.Clear<Webhook>() : Change.Set(Webhook.Parse(url));
}
