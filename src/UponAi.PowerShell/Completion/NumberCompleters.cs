using System.Globalization;

namespace UponAi.PowerShell.Completion;

/// <summary>
/// Completes phone numbers and extensions of the workspace that a parameter names. Without such a parameter, completes
/// all numbers, and begins with the workspace of the connection.
/// </summary>
internal sealed class NumberCompleter : PlatformListCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope) =>
        scope.Numbers
            .Where(number => number.Number.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase))
            .Where(number => scope.NamedWorkspace is null || number.WorkspaceId == scope.NamedWorkspace)
            .OrderBy(number => number.WorkspaceId != scope.WorkspaceId)
            .Select(number => word.CreateResult(number.Number, GetTooltip(number)));

    private static string GetTooltip(CachedNumber number) =>
        $"{number.Number} ({(number.WorkspaceId is { } id ? $"workspace {id}, " : "")}{number.Agents})";
}

/// <summary>
/// Completes the workspaces that the platform lists. If it lists none, completes the workspaces of the account's
/// numbers.
/// </summary>
internal sealed class WorkspaceCompleter : PlatformListCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope)
    {
        var listed = scope.Workspaces;
        return
            from workspace in listed.Count > 0 ? FromList(listed) : FromNumbers(scope.Numbers)
            where workspace.Id.StartsWith(word.Text, StringComparison.Ordinal)
            select word.CreateResult(workspace.Id, $"Workspace {workspace.Id}: {workspace.Description}");
    }

    private static IEnumerable<(string Id, string Description)> FromList(IReadOnlyList<Workspace> workspaces) =>
        from workspace in workspaces
        orderby workspace.WorkspaceId
        select (workspace.ToString(), DisplayText.Sanitize(workspace.Name));

    private static IEnumerable<(string Id, string Description)> FromNumbers(IReadOnlyList<CachedNumber> numbers) =>
        from number in numbers
        where number.WorkspaceId is not null
        group number by number.WorkspaceId!.Value into workspace
        orderby workspace.Key
        select (
            workspace.Key.ToString(CultureInfo.InvariantCulture),
            $"{workspace.Count()} {(workspace.Count() == 1 ? "number" : "numbers")}");
}
