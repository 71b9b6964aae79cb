using System.Management.Automation;

namespace UponAi.PowerShell.Completion;

/// <summary>Completes agents as text, <c>agent_a@3=90%;agent_b</c>: after the last <c>;</c> an id, after <c>@</c> a version, and no weight, which nobody but the caller knows.</summary>
internal sealed class AgentTextCompleter : AccountCompleter
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
            ? AgentIdCompleter.Matching(scope, part).Select(agent => word.Result(before + agent.AgentId, AgentIdCompleter.Tooltip(agent), agent.AgentId))
            : AgentVersionCompleter.Of(scope, part.Substring(0, at), part.Substring(at + 1))
                .Select(agent => word.Result(before + agent, AgentIdCompleter.Tooltip(agent), agent.ToString()));
    }
}
