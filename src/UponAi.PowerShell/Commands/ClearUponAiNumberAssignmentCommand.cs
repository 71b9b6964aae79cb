using System.Management.Automation;
using UponAi.PowerShell.Binding;
using UponAi.PowerShell.Completion;

namespace UponAi.PowerShell.Commands;

/// <summary>Removes what is bound to phone numbers: the agents of both directions, what the switches name, or just the agents given.</summary>
[Cmdlet(VerbsCommon.Clear, "UponAiNumberAssignment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PhoneNumber))]
public sealed class ClearUponAiNumberAssignmentCommand : AssignmentCommand
{
    /// <summary>Removes just these agents; the others share what they leave.</summary>
    [Parameter(HelpMessage = "Remove just these agents, in whatever version unless one is given. The others share what they leave, in proportion.")]
    [Alias("Agents")]
    [AllowNull]
    [AllowEmptyCollection]
    [AgentRefs]
    [ArgumentCompleter(typeof(AgentTextCompleter))]
    public AgentRef[]? Agent { get; set; }

    /// <summary>Removes the agents that take calls.</summary>
    [Parameter(HelpMessage = "Remove the agents that take calls.")]
    public SwitchParameter Inbound { get; set; }

    /// <summary>Removes the agents that make calls.</summary>
    [Parameter(HelpMessage = "Remove the agents that make calls.")]
    public SwitchParameter Outbound { get; set; }

    /// <summary>Removes the webhook.</summary>
    [Parameter(HelpMessage = "Remove the webhook.")]
    public SwitchParameter Webhook { get; set; }

    private protected override string AgentParameter => nameof(Agent);

    // A switch given as $false names nothing, and yet says that not everything is meant.
    private bool NamesADirection => IsBound(nameof(Inbound)) || IsBound(nameof(Outbound));

    private bool NamesSomething => NamesADirection || IsBound(nameof(Webhook));

    private protected override void ProcessNumber(NumberId number, IAssignmentRow? row, object? target)
    {
        if (IsBound(nameof(Agent)))
        {
            RemoveAgents(number, Agent!, row, target);
            return;
        }

        var assignment = new NumberAssignment
        {
            Number = number,
            Inbound = Inbound || !NamesSomething ? Change.Clear<AgentSplit>() : default,
            Outbound = Outbound || !NamesSomething ? Change.Clear<AgentSplit>() : default,
        };
        Process(WithWebhook(assignment), row, target);
    }

    private protected override void ProcessPipedAgents(NumberId number, IReadOnlyList<AgentRef> agents, object? target) => RemoveAgents(number, agents, row: null, target);

    private void RemoveAgents(NumberId number, IReadOnlyList<AgentRef> agents, IAssignmentRow? row, object? target)
    {
        if (agents.Count == 0)
            throw new UponAiException(UponAiError.InvalidAgentRef, $"-Agent names no agent, so that nothing was removed from {number}. Give agents, or leave -Agent out to remove all of them.");
        var (inbound, outbound) = (Inbound || !NamesADirection, Outbound || !NamesADirection);
        var from = inbound == outbound ? "the agents" : inbound ? "the inbound agents" : "the outbound agents";
        var who = new AgentRefCollection([.. agents.Select(agent => agent.WithWeight(null))]).ToDisplayString();
        var stated = StatedPlace(row);
        if (FindCurrent(number, stated) is not { } current)
        {
            ShouldProcess(number.Value, $"Remove {who} from {from}{(Webhook ? "; remove webhook" : "")}");
            return;
        }

        var removal = AgentRemoval.Create(number, current, agents, inbound, outbound);
        foreach (var agent in removal.NotBound) WriteWarning($"{number}: {agent.WithWeight(null)} is not among {from}, and was not removed.");
        var assignment = WithWebhook(removal.Assignment);
        if (assignment.IsEmpty) Skip($"Skipped {number}: none of these is among {from}.", current, target);
        else Process(assignment, $"Remove {who}: {LowerFirst(assignment.Describe(current))}", stated, target);
    }

    private NumberAssignment WithWebhook(NumberAssignment assignment) => Webhook ? assignment with { InboundWebhook = Change.Clear<UponAi.Webhook>() } : assignment;

    private static string LowerFirst(string words) => char.ToLowerInvariant(words[0]) + words.Substring(1);

    /// <returns>None where a preview can look nothing up.</returns>
    /// <exception cref="UponAiException">The number is not there, or the platform's list is not to be had.</exception>
    private PhoneNumber? FindCurrent(NumberId number, (string? Account, int? Workspace) stated)
    {
        PhoneNumber? current;
        if (Preview is null)
        {
            var connection = RequireConnection();
            var scope = Scope(stated, connection);
            current = Present.Of(connection, scope.AccountSid).Find(number, scope.WorkspaceId);
        }
        else if (!Preview.TryFind(number, stated, out current))
        {
            return null;
        }

        return current ?? throw new UponAiException(UponAiError.NotFound, $"The platform lists no number {number} in the account and workspace. Correct the number, or give -AccountSid and -WorkspaceId.");
    }
}
