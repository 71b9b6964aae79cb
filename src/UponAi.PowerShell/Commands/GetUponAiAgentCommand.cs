using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Returns the agents of a workspace in their latest version, or in all versions.</summary>
[Cmdlet(VerbsCommon.Get, "UponAiAgent")]
[OutputType(typeof(Agent))]
public sealed class GetUponAiAgentCommand : ConnectedCommand
{
    private readonly WildcardFilter ids = new();
    private readonly WildcardFilter names = new(StringComparer.OrdinalIgnoreCase);

    [Parameter(Position = 0)]
    [Alias("Id", "agent_id")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AgentIdCompleter))]
    public string[]? AgentId { get; set; }

    [Parameter]
    [Alias("agent_name")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    [Parameter] public SwitchParameter AllVersions { get; set; }

    [Parameter]
    [Alias("workspace_id")]
    [WholeNumberTransformation]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public int? WorkspaceId { get; set; }

    protected override void ProcessRecord() => Try(WorkspaceId, () =>
    {
        ids.AddAll(AgentId);
        names.AddAll(Name);
        var workspace = RequestedLocation.ResolveWorkspace(WorkspaceId, RequireConnection());

        // The list of an agent's versions has the times of changes, but not the name of the agent.
        if (AllVersions && ids.HasOnlyTexts && names.IsEmpty)
        {
            foreach (var id in ids.Texts) Try(id, () => WriteVersions(id, workspace));
        }
        else
        {
            WriteListed(workspace);
        }
    });

    private void WriteVersions(string id, int workspace)
    {
        var list = Fetch((api, cancellation) => api.ListAgentVersionsAsync(id, workspace, cancellation));
        WriteObject(list.Rows, enumerateCollection: true);
        ReportUnreadable(list.Unreadable);
    }

    private void WriteListed(int workspace)
    {
        var list = Fetch((api, cancellation) => api.ListAgentsAsync(workspace, cancellation));
        // Each filter sees every row, so that it reports as missing only what the list does not have.
        var selected = list.Rows.Where(agent => ids.Includes(agent.AgentId) & names.Includes(agent.Name));
        if (!AllVersions) selected = selected.GroupBy(agent => agent.AgentId, StringComparer.Ordinal).Select(GetLatest);
        WriteObject(selected, enumerateCollection: true);

        ReportUnreadable(list.Unreadable.Where(row => row.Name is null || ids.Includes(row.Name)));
        var unnamed = list.Unreadable.FirstOrDefault(row => row.Name is null);
        foreach (var (id, target) in ids.Missing) Report(id, target, unnamed, nameof(AgentId));
        // The name of the agent in an unreadable row is unknown.
        var unreadable = list.Unreadable is [var first, ..] ? first : null;
        foreach (var (name, target) in names.Missing) Report($"'{name}'", target, unreadable, nameof(Name));

        void Report(string agent, object? target, UnreadableRow? row, string parameter) => ReportMissing(
            $"Workspace {workspace}",
            $"agent {DisplayText.Sanitize(agent)}",
            $"Get-UponAiAgent without -{parameter} returns all agents.",
            row,
            target);
    }

    private static Agent GetLatest(IEnumerable<Agent> versions) => versions.Aggregate(
        (latest, version) => version.AgentVersion > (latest.AgentVersion ?? -1) ? version : latest);
}
