using UponAi.Sandbox.Gateway;
using UponAi.Sandbox.Responses;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Api;

/// <summary>Maps the paths of the platform's API to their endpoints.</summary>
internal static class ApiRoutes
{
    internal static void MapApi(
        this IEndpointRouteBuilder routes, PlatformState platform, ApiGateway gateway, ListForm form)
    {
        var numbers = new NumberEndpoints(platform, form);
        var agents = new AgentEndpoints(platform, form);
        Map(HttpMethods.Put, "/api/numbers/{number}/agent", numbers.Update);
        Map(HttpMethods.Get, "/api/numbers/{accountSid}", numbers.List);
        Map(HttpMethods.Get, "/api/agents", agents.List);
        Map(HttpMethods.Get, "/api/agents/{agentId}/versions", agents.ListVersions);
        Map(HttpMethods.Get, "/api/workspaces", agents.ListWorkspaces);
        routes.MapFallback("{**path}", gateway.Serve(NotFound));

        void Map(string method, string pattern, ApiHandler handler)
        {
            routes.MapMethods(pattern, [method], gateway.Serve(handler));
            routes.Map(pattern, gateway.Serve((_, _) => throw NotAllowed(method)));
        }
    }

    private static ValueTask<ApiResponse> NotFound(HttpContext context, Account caller) =>
        throw Refusal.NotFound($"There is nothing at '{context.Request.Path}'.");

    private static Refusal NotAllowed(string allowed) =>
        new(StatusCodes.Status405MethodNotAllowed, $"Only {allowed} is allowed here.")
        {
            Header = new("Allow", allowed),
        };
}
