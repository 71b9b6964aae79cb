using System.Globalization;
using System.Management.Automation;

namespace UponAi.PowerShell.Completion;

/// <summary>Completes the version of the agent that -AgentId names, the latest first.</summary>
internal sealed class AgentVersionCompleter : AccountCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope) =>
        scope.Parameter(nameof(AgentRef.AgentId)) is string id
            ? Of(scope, id, word.Text).Select(agent => word.Result(Written(agent), $"{AgentIdCompleter.Tooltip(agent)} {agent}".Trim()))
            : [];

    /// <summary>The versions of an agent that begin so.</summary>
    internal static IEnumerable<Agent> Of(CompletionScope scope, string id, string beginning) => scope.Agents
        .Where(agent => agent.AgentVersion is not null && agent.AgentId == id && Written(agent).StartsWith(beginning, StringComparison.Ordinal))
        .OrderByDescending(agent => agent.AgentVersion);

    internal static string Written(Agent agent) => agent.AgentVersion!.Value.ToString(CultureInfo.InvariantCulture);
}
