using System.Globalization;
using System.Management.Automation;

namespace UponAi.PowerShell.Completion;

/// <summary>
/// Completes workspaces: those that the platform lists. If it lists none, those in which the account has numbers.
/// </summary>
internal sealed class WorkspaceCompleter : AccountCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope)
    {
        var listed = scope.Workspaces;
        return
            from workspace in listed.Count > 0 ? Listed(listed) : OfNumbers(scope.Numbers)
            where workspace.Id.StartsWith(word.Text, StringComparison.Ordinal)
            select word.Result(workspace.Id, $"Workspace {workspace.Id}: {workspace.Description}");
    }

    private static IEnumerable<(string Id, string Description)> Listed(IReadOnlyList<Workspace> workspaces) =>
        from workspace in workspaces
        orderby workspace.WorkspaceId
        select (workspace.ToString(), DisplayText.Sanitize(workspace.Name));

    private static IEnumerable<(string Id, string Description)> OfNumbers(IReadOnlyList<CachedNumber> numbers) =>
        from number in numbers
        where number.WorkspaceId is not null
        group number by number.WorkspaceId!.Value into workspace
        orderby workspace.Key
        select (
            workspace.Key.ToString(CultureInfo.InvariantCulture),
            string.Format(
                CultureInfo.InvariantCulture, "{0} {1}", workspace.Count(), workspace.Count() == 1 ? "number" : "numbers"));
}
