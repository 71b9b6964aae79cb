using System.Globalization;
using System.Management.Automation;

namespace UponAi.PowerShell.Completion;

/// <summary>Completes phone numbers and extensions: those of the workspace that a parameter names, else those of the connection's workspace first.</summary>
internal sealed class NumberCompleter : AccountCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope) => scope.Numbers
        .Where(number => number.Number.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase))
        .Where(number => scope.NamedWorkspace is null || number.WorkspaceId == scope.NamedWorkspace)
        .OrderBy(number => number.WorkspaceId != scope.WorkspaceId)
        .Select(number => word.Result(number.Number, Tooltip(number)));

    private static string Tooltip(CachedNumber number) =>
        string.Format(CultureInfo.InvariantCulture, "{0} ({1}{2})", number.Number, number.WorkspaceId is { } id ? $"workspace {id}, " : "", number.Agents);
}
