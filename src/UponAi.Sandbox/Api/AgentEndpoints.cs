using UponAi.Sandbox.Requests;
using UponAi.Sandbox.Responses;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Api;

/// <summary>Lists agents and their versions.</summary>
internal sealed class AgentEndpoints(PlatformState platform)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 1000;

    internal ValueTask<ApiResponse> List(HttpContext context, Account caller)
    {
        var query = new QueryReader(
            context.Request.Query, "workspaceId", "limit", "paginationKey", "paginationKeyVersion");
        platform.CheckWorkspace(caller, query.RequiredInteger("workspaceId"));
        var limit = query.Integer("limit") ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
            throw Refusal.BadRequest($"'limit' is {limit}; it must be from 1 to {MaxLimit}.");

        var key = query.Text("paginationKey");
        var keyVersion = query.Integer("paginationKeyVersion");
        if (key is null != keyVersion is null)
            throw Refusal.BadRequest("'paginationKey' and 'paginationKeyVersion' go together.");

        var rows =
            from agent in caller.Agents
            let order = string.CompareOrdinal(agent.Id, key)
            where order >= 0
            from version in agent.Versions
            where order > 0 || version > keyVersion
            select new AgentBody(agent.Id, version, agent.Name);
        return new(ApiResponse.Json([.. rows.Take(limit)], SandboxJson.Default.AgentBodyArray));
    }

    internal ValueTask<ApiResponse> ListVersions(HttpContext context, Account caller)
    {
        var query = new QueryReader(context.Request.Query, "workspaceId");
        platform.CheckWorkspace(caller, query.RequiredInteger("workspaceId"));
        var id = context.RouteText("agentId");
        var agent = caller.FindAgent(id) ?? throw Refusal.NotFound($"Agent '{id}' was not found.");

        var rows = agent.Versions.Select(version => new AgentVersionBody(agent.Id, version, Agent.UpdatedAt(version)));
        return new(ApiResponse.Json([.. rows], SandboxJson.Default.AgentVersionBodyArray));
    }
}
