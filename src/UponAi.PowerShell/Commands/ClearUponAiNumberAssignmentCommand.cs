using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// Removes the assignment of phone numbers: the agents of both directions, the parts that the switches name, or only
/// the given agents.
/// </summary>
[Cmdlet(VerbsCommon.Clear, "UponAiNumberAssignment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PhoneNumber))]
public sealed class ClearUponAiNumberAssignmentCommand : AssignmentCommand
{
    [Parameter]
    [Alias("Agents")]
    [AllowNull]
    [AllowEmptyCollection]
    [ConvertTo(typeof(AgentRefCollection))]
    [ArgumentCompleter(typeof(AgentTextCompleter))]
    public AgentRefCollection? Agent { get; set; }

    [Parameter] public SwitchParameter Inbound { get; set; }
    [Parameter] public SwitchParameter Outbound { get; set; }
    [Parameter] public SwitchParameter Webhook { get; set; }

    // The switches select what to clear. From a row, only the number and its location are read.
    private protected override RowFields ChangeFields => RowFields.None;

    private protected override string AgentParameter => nameof(Agent);

    // -Inbound:$false names no direction, but also means that not everything is cleared.
    private bool NamesADirection => IsBound(nameof(Inbound)) || IsBound(nameof(Outbound));

    private bool NamesSomething => NamesADirection || IsBound(nameof(Webhook));

    private protected override void ChangeNumber(NumberId number, ParsedRow? row, object? target)
    {
        if (PipedAgents is not null || IsBound(nameof(Agent)))
        {
            RemoveAgents(number, PipedAgents ?? Agent ?? AgentRefCollection.Empty, GetLocation(row), target);
            return;
        }

        if (NamesSomething && !Inbound && !Outbound && !Webhook) throw NothingSelected(number);
        var assignment = new NumberAssignment
        {
            Number = number,
            Inbound = Inbound || !NamesSomething ? Change.Clear<AgentSplit>() : default,
            Outbound = Outbound || !NamesSomething ? Change.Clear<AgentSplit>() : default,
        };
        Sender.CheckAndSend(WithWebhook(assignment), row, GetLocation(row), checks: default, target);
    }

    private void RemoveAgents(
        NumberId number, IReadOnlyList<AgentRef> agents, RequestedLocation location, object? target)
    {
        if (agents.Count == 0)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentRef,
                $"-Agent is empty, so nothing was removed from {number}. "
                + "Give agents, or leave out -Agent to remove all agents.");
        }

        var (inbound, outbound) = (Inbound || !NamesADirection, Outbound || !NamesADirection);
        if (!inbound && !outbound) throw NothingSelected(number);
        var from = (inbound, outbound) switch
        {
            (true, false) => "the inbound agents",
            (false, true) => "the outbound agents",
            _ => "the agents",
        };
        var names = new AgentRefCollection([.. agents.Select(agent => agent.WithWeight(null))]).ToDisplayString();
        if (Sender.FindCurrent(number, location) is not { } current)
        {
            // A preview without a list shows only the agents to remove.
            ShouldProcess(number.Value, $"Remove {names} from {from}{(Webhook ? "; remove webhook" : "")}");
            return;
        }

        var removal = AgentRemoval.Create(number, current, agents, inbound, outbound);
        foreach (var agent in removal.NotBound)
            WriteWarning($"{number}: {agent.WithWeight(null)} is not among {from}, and was not removed.");

        var assignment = WithWebhook(removal.Assignment);
        if (assignment.IsEmpty)
        {
            Sender.Skip($"Skipped {number}: none of these agents is among {from}.", current, target);
            return;
        }

        var description = $"Remove {names}: {LowerFirst(assignment.Describe(current))}";
        Sender.ConfirmAndSend(assignment, description, location, target);
    }

    private static UponAiException NothingSelected(NumberId number) => new(
        UponAiError.NothingToSet,
        $"Nothing to remove from {number}: the switches select nothing. Give -Inbound, -Outbound or -Webhook, or leave "
        + "out the switches to remove the agents of both directions.");

    private NumberAssignment WithWebhook(NumberAssignment assignment) =>
        Webhook ? assignment with { InboundWebhook = Change.Clear<UponAi.Webhook>() } : assignment;

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);
}
