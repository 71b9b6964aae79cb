using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Returns the workspaces of the token.</summary>
[Cmdlet(VerbsCommon.Get, "UponAiWorkspace")]
[OutputType(typeof(Workspace))]
public sealed class GetUponAiWorkspaceCommand : ConnectedCommand
{
    private readonly WildcardFilter names = new(StringComparer.OrdinalIgnoreCase);

    [Parameter(Position = 0)]
    [Alias("Id", "workspace_id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public int[]? WorkspaceId { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    protected override void ProcessRecord() => Try(WorkspaceId, () =>
    {
        names.AddAll(Name);
        var list = Fetch((api, cancellation) => api.ListWorkspacesAsync(cancellation));
        // The filter sees every name, so that it reports as missing only what the list does not have.
        WriteObject(
            list.Rows.Where(workspace =>
                names.Includes(workspace.Name)
                && (WorkspaceId is null || WorkspaceId.Contains(workspace.WorkspaceId))),
            enumerateCollection: true);

        // The id of an unreadable row is unknown, and sometimes its name too. The row may be any missing workspace.
        var unreadable = list.Unreadable.Where(row => row.Name is null || names.Includes(row.Name)).ToList();
        // Two workspaces may have the same name.
        if (WorkspaceId is null)
            ReportUnreadable(unreadable.Where(row => row.Name is not null || !names.Missing.Any()));
        foreach (var id in (WorkspaceId ?? []).Except(list.Rows.Select(workspace => workspace.WorkspaceId)))
            Report($"{id}", id, unreadable is [var first, ..] ? first : null, nameof(WorkspaceId));
        var unnamed = unreadable.Find(row => row.Name is null);
        foreach (var (name, target) in names.Missing) Report($"'{name}'", target, unnamed, nameof(Name));
    });

    private void Report(string workspace, object? target, UnreadableRow? row, string parameter) => ReportMissing(
        "The token",
        $"workspace {DisplayText.Sanitize(workspace)}",
        $"Get-UponAiWorkspace without -{parameter} returns all workspaces.",
        row,
        target);
}
