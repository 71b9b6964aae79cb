using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Returns the workspaces of the token.</summary>
[Cmdlet(VerbsCommon.Get, "UponAiWorkspace")]
[OutputType(typeof(Workspace))]
public sealed class GetUponAiWorkspaceCommand : ConnectedCommand
{
    private readonly WildcardFilter names = new();

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
        names.AddPatterns(Name);
        var list = Fetch((api, cancellation) => api.ListWorkspacesAsync(cancellation));
        WriteObject(
            list.Rows.Where(workspace =>
                (WorkspaceId is null || WorkspaceId.Contains(workspace.WorkspaceId)) && names.Includes(workspace.Name)),
            enumerateCollection: true);
        ReportUnreadable(list.Unreadable);
        foreach (var id in WorkspaceId ?? [])
        {
            if (!list.Rows.Any(workspace => workspace.WorkspaceId == id)) ReportError(NotFound(id), id);
        }
    });

    private static UponAiException NotFound(int id) => new(
        UponAiError.NotFound,
        $"The token has no workspace {id}. Get-UponAiWorkspace without -WorkspaceId returns all workspaces.");
}
