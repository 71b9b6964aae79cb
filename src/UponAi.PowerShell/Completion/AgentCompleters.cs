using System.Globalization;

namespace UponAi.PowerShell.Completion;

/// <summary>Completes the id of an agent by the beginning of its id or of its name.</summary>
internal sealed class AgentIdCompleter : PlatformListCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope) =>
        Find(scope, word.Text).Select(agent => word.CreateResult(agent.AgentId, GetTooltip(agent), agent.AgentId));

    /// <summary>Returns the agents whose id or name begins with a text, each in one version.</summary>
    internal static IEnumerable<Agent> Find(CompletionScope scope, string beginning) => scope.Agents
        .Where(agent => DisplayText.Sanitize(agent.AgentId) == agent.AgentId)
        .Where(agent =>
            agent.AgentId.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
            || agent.Name?.StartsWith(beginning, StringComparison.CurrentCultureIgnoreCase) == true)
        .GroupBy(agent => agent.AgentId, StringComparer.Ordinal)
        .Select(versions => versions.First());

    internal static string GetTooltip(Agent agent) => DisplayText.Sanitize(agent.Name);
}

/// <summary>Completes the version of the agent that -AgentId names, the latest version first.</summary>
internal sealed class AgentVersionCompleter : PlatformListCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope) =>
        scope.GetParameter(nameof(AgentRef.AgentId)) is string id
            ? Find(scope, id, word.Text).Select(agent =>
                word.CreateResult(FormatVersion(agent), $"{AgentIdCompleter.GetTooltip(agent)} {agent}".Trim()))
            : [];

    /// <summary>Returns the versions of an agent that begin with a text.</summary>
    internal static IEnumerable<Agent> Find(CompletionScope scope, string id, string beginning) => scope.Agents
        .Where(agent =>
            agent.AgentVersion is not null
            && agent.AgentId == id
            && FormatVersion(agent).StartsWith(beginning, StringComparison.Ordinal))
        .OrderByDescending(agent => agent.AgentVersion);

    private static string FormatVersion(Agent agent) =>
        agent.AgentVersion!.Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Completes agents as text, <c>agent_a@3=90%;agent_b</c>: an id after <c>;</c> and a version after <c>@</c>. A weight
/// is not completed.
/// </summary>
internal sealed class AgentTextCompleter : PlatformListCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope)
    {
        var start = word.Text.LastIndexOf(';') + 1;
        while (start < word.Text.Length && word.Text[start] == ' ') start++;
        var before = word.Text.Substring(0, start);
        var part = word.Text.Substring(start);
        if (part.Contains('=')) return [];

        var at = part.IndexOf('@');
        return at < 0
            ? AgentIdCompleter.Find(scope, part).Select(agent => CreateResult(agent, agent.AgentId))
            : AgentVersionCompleter.Find(scope, part.Substring(0, at), part.Substring(at + 1))
                .Select(agent => CreateResult(agent, agent.ToString()));

        CompletionResult CreateResult(Agent agent, string text) =>
            word.CreateResult(before + text, AgentIdCompleter.GetTooltip(agent), text);
    }
}
