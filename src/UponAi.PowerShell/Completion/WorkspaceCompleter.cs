using System.Globalization;
using System.Management.Automation;

namespace UponAi.PowerShell.Completion;

/// <summary>Completes workspaces: those in which the account has numbers, as the platform lists no others.</summary>
internal sealed class WorkspaceCompleter : AccountCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope) =>
        from number in scope.Numbers
        where number.WorkspaceId is not null
        group number by number.WorkspaceId!.Value into workspace
        let id = workspace.Key.ToString(CultureInfo.InvariantCulture)
        where id.StartsWith(word.Text, StringComparison.Ordinal)
        orderby workspace.Key
        select word.Result(id, string.Format(CultureInfo.InvariantCulture, "Workspace {0}: {1} {2}", id, workspace.Count(), workspace.Count() == 1 ? "number" : "numbers"));
}
