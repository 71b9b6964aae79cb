using System.Management.Automation;
using UponAi.PowerShell.Binding;
using UponAi.PowerShell.Completion;

namespace UponAi.PowerShell.Commands;

/// <summary>Assigns agents, the webhook and time routing to phone numbers.</summary>
[Cmdlet(VerbsCommon.Set, "UponAiNumberAssignment", SupportsShouldProcess = true)]
[OutputType(typeof(PhoneNumber))]
public sealed class SetUponAiNumberAssignmentCommand : AssignmentCommand
{
    // Made once: the parameters are the same for every row.
    private Change<AgentSplit>? inbound;
    private Change<AgentSplit>? outbound;
    private Change<Webhook>? webhook;

    /// <summary>The agents that take calls; <c>$null</c>, <c>@()</c> and <c>none</c> remove them.</summary>
    [Parameter(Position = 1, HelpMessage = "The agents that take calls, such as 'agent_a=90%;agent_b=10%'. $null, @() and none remove them.")]
    [Alias("InboundAgents", "inbound_agents", "inbound_agent")]
    [AllowNull]
    [AllowEmptyCollection]
    [AgentRefs]
    [ArgumentCompleter(typeof(AgentTextCompleter))]
    public AgentRef[]? InboundAgent { get; set; }

    /// <summary>The agents that make calls; <c>$null</c>, <c>@()</c> and <c>none</c> remove them.</summary>
    [Parameter(HelpMessage = "The agents that make calls, such as agent_a@3. $null, @() and none remove them.")]
    [Alias("OutboundAgents", "outbound_agents", "outbound_agent")]
    [AllowNull]
    [AllowEmptyCollection]
    [AgentRefs]
    [ArgumentCompleter(typeof(AgentTextCompleter))]
    public AgentRef[]? OutboundAgent { get; set; }

    /// <summary>The http or https URL that is asked at each inbound call; <c>$null</c> and <c>none</c> remove it.</summary>
    [Parameter(HelpMessage = "The absolute http or https URL that is asked at each inbound call. $null and none remove it.")]
    [Alias("Webhook", "inbound_webhook_url")]
    [AllowNull]
    [AllowEmptyString]
    [NullClears]
    public string? InboundWebhookUrl { get; set; }

    /// <summary>Whether time routing is on.</summary>
    [Parameter(HelpMessage = "Whether time routing is on: $true or $false.")]
    [Alias("IsTimeRoutingEnabled", "is_time_routing_enabled", "time_routing")]
    public bool TimeRouting { get; set; }

    /// <summary>Does not send rows that hold already.</summary>
    [Parameter(HelpMessage = "Do not send rows that the platform has so already, and emit these numbers as they are.")]
    public SwitchParameter SkipUnchanged { get; set; }

    private protected override bool SkipsUnchanged => SkipUnchanged;

    private protected override string AgentParameter => nameof(InboundAgent);

    private protected override void ProcessNumber(NumberId number, IAssignmentRow? row, object? target) => Process(Desire(number, row), row, target);

    /// <summary>They are one split that takes calls.</summary>
    private protected override void ProcessPipedAgents(NumberId number, IReadOnlyList<AgentRef> agents, object? target)
    {
        inbound ??= Agents(agents);
        Process(Desire(number, row: null) with { Inbound = inbound.Value }, row: null, target);
    }

    private NumberAssignment Desire(NumberId number, IAssignmentRow? row) => new()
    {
        Number = number,
        Inbound = IsBound(nameof(InboundAgent)) ? inbound ??= Agents(InboundAgent) : row?.Inbound() ?? default,
        Outbound = IsBound(nameof(OutboundAgent)) ? outbound ??= Agents(OutboundAgent) : row?.Outbound() ?? default,
        InboundWebhook = IsBound(nameof(InboundWebhookUrl)) ? webhook ??= Url(InboundWebhookUrl) : row?.InboundWebhook() ?? default,
        TimeRouting = IsBound(nameof(TimeRouting)) ? TimeRouting : row?.TimeRouting(),
    };

    private static Change<AgentSplit> Agents(IReadOnlyCollection<AgentRef>? agents) =>
        agents is { Count: > 0 } ? Change.Set(AgentSplit.Create(agents)) : Change.Clear<AgentSplit>();

    private static Change<Webhook> Url(string? url) => ScalarConverter.IsNone(url) ? Change.Clear<Webhook>() : Change.Set(Webhook.Parse(url));
}
