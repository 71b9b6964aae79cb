using System.Text.Json;
using UponAi.Sandbox.Requests;
using UponAi.Sandbox.Responses;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Api;

/// <summary>Lists agents, their versions and the workspaces.</summary>
internal sealed class AgentEndpoints(PlatformState platform, ListForm form)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 1000;

    private readonly ListResponse lists = new(form);

    internal ValueTask<ApiResponse> List(HttpContext context, Account caller)
    {
        var query = new QueryReader(
            context.Request.Query,
            ["workspaceId", "limit", "paginationKey", "paginationKeyVersion", .. lists.QueryNames]);
        platform.CheckWorkspace(caller, query.RequiredInteger("workspaceId"));
        var limit = query.Integer("limit") ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
            throw Refusal.BadRequest($"'limit' is {limit}; it must be from 1 to {MaxLimit}.");

        // In the other forms, ListResponse makes the pages.
        var continuesAfterRow = form is not (ListForm.Keys or ListForm.Pages or ListForm.Incomplete);
        var rows = continuesAfterRow ? RowsAfterKey(caller, query).Take(limit) : Rows(caller);
        return new(lists.From(
            null,
            rows,
            static (writer, row) => JsonSerializer.Serialize(writer, row, SandboxJson.Default.AgentBody),
            query));
    }

    internal ValueTask<ApiResponse> ListVersions(HttpContext context, Account caller)
    {
        var query = new QueryReader(context.Request.Query, ["workspaceId", .. lists.QueryNames]);
        platform.CheckWorkspace(caller, query.RequiredInteger("workspaceId"));
        var id = context.RouteText("agentId");
        var agent = caller.FindAgent(id) ?? throw Refusal.NotFound($"Agent '{id}' was not found.");

        return new(lists.From(
            null,
            agent.Versions.Select(version => new AgentVersionBody(agent.Id, version, Agent.UpdatedAt(version))),
            static (writer, row) => JsonSerializer.Serialize(writer, row, SandboxJson.Default.AgentVersionBody),
            query));
    }

    internal ValueTask<ApiResponse> ListWorkspaces(HttpContext context, Account caller)
    {
        var query = new QueryReader(context.Request.Query, lists.QueryNames);
        return new(lists.From(
            "workspaces",
            caller.Workspaces.Select(id => new WorkspaceBody(id, SandboxIds.WorkspaceName(id))),
            static (writer, row) => JsonSerializer.Serialize(writer, row, SandboxJson.Default.WorkspaceBody),
            query));
    }

    private IEnumerable<AgentBody> Rows(Account caller) =>
        from agent in caller.Agents
        from version in agent.Versions
        where form != ListForm.Latest || version == agent.LatestVersion
        select new AgentBody(agent.Id, version, agent.Name);

    private IEnumerable<AgentBody> RowsAfterKey(Account caller, QueryReader query)
    {
        var key = query.Text("paginationKey");
        var keyVersion = query.Integer("paginationKeyVersion");
        if (key is null != keyVersion is null)
            throw Refusal.BadRequest("'paginationKey' and 'paginationKeyVersion' go together.");
        return
            from agent in Rows(caller)
            let order = string.CompareOrdinal(agent.AgentId, key)
            where order > 0 || order == 0 && agent.Version > keyVersion
            select agent;
    }
}
