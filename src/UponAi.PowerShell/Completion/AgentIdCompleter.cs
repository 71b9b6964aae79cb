using System.Management.Automation;

namespace UponAi.PowerShell.Completion;

/// <summary>Completes the id of an agent, by the beginning of its id or of its name.</summary>
internal sealed class AgentIdCompleter : AccountCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope) =>
        Matching(scope, word.Text).Select(agent => word.Result(agent.AgentId, Tooltip(agent), agent.AgentId));

    /// <summary>One of each agent's versions.</summary>
    internal static IEnumerable<Agent> Matching(CompletionScope scope, string beginning) => scope.Agents
        .Where(agent => DisplayText.Sanitize(agent.AgentId) == agent.AgentId)
        .Where(agent => agent.AgentId.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) || agent.Name?.StartsWith(beginning, StringComparison.CurrentCultureIgnoreCase) == true)
        .GroupBy(agent => agent.AgentId, StringComparer.Ordinal)
        .Select(versions => versions.First());

    internal static string Tooltip(Agent agent) => DisplayText.Sanitize(agent.Name);
}
