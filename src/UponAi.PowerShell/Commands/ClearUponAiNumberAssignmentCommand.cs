using System.Management.Automation;
using UponAi.PowerShell.Binding;

namespace UponAi.PowerShell.Commands;

/// <summary>Removes what is bound to phone numbers: the agents of both directions, or what the switches name.</summary>
[Cmdlet(VerbsCommon.Clear, "UponAiNumberAssignment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PhoneNumber))]
public sealed class ClearUponAiNumberAssignmentCommand : AssignmentCommand
{
    /// <summary>Removes the agents that take calls.</summary>
    [Parameter(HelpMessage = "Remove the agents that take calls.")]
    public SwitchParameter Inbound { get; set; }

    /// <summary>Removes the agents that make calls.</summary>
    [Parameter(HelpMessage = "Remove the agents that make calls.")]
    public SwitchParameter Outbound { get; set; }

    /// <summary>Removes the webhook.</summary>
    [Parameter(HelpMessage = "Remove the webhook.")]
    public SwitchParameter Webhook { get; set; }

    private protected override NumberAssignment Desire(NumberId number, IAssignmentRow? row)
    {
        // A switch given as $false names nothing, and yet says that not everything is meant.
        var bothDirections = !IsBound(nameof(Inbound)) && !IsBound(nameof(Outbound)) && !IsBound(nameof(Webhook));
        return new NumberAssignment
        {
            Number = number,
            Inbound = Inbound || bothDirections ? Change.Clear<AgentSplit>() : default,
            Outbound = Outbound || bothDirections ? Change.Clear<AgentSplit>() : default,
            InboundWebhook = Webhook ? Change.Clear<UponAi.Webhook>() : default,
        };
    }

    private protected override void ProcessAgent(PSObject agent) => Refuse(
        UponAiError.InvalidRow,
        $"'{Scalars.Show(agent)}' is an agent, and Clear-UponAiNumberAssignment takes numbers and rows. To take one agent out of a split, set the split that is to remain with Set-UponAiNumberAssignment.",
        ObjectMembers.Unwrap(agent));
}
