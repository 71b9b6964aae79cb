using System.Net.Http.Headers;
using UponAi.Sandbox.Answers;
using UponAi.Sandbox.Requests;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Api;

/// <summary>Lists numbers and changes their assignments.</summary>
internal sealed class NumberEndpoints(PlatformState platform)
{
    internal ValueTask<Answer> List(HttpContext context, Account caller)
    {
        PlatformState.CheckAccount(caller, context.RouteText("accountSid"));
        return new(NumberListAnswer.Of(platform.NumbersOf(caller)));
    }

    internal async ValueTask<Answer> Update(HttpContext context, Account caller)
    {
        CheckContentType(context.Request.ContentType);
        var request = await AssignmentReader.ReadAsync(context.Request.Body, context.RequestAborted);

        PlatformState.CheckAccount(caller, request.AccountSid);
        platform.CheckWorkspace(caller, request.WorkspaceId);
        var number = Find(context.RouteText("number"), request.WorkspaceId);
        request.CheckAgents(caller);

        var bindings = number.Apply(request);
        var answer = UpdateAnswer.Of(PhoneNumberAnswer.Of(number, bindings));
        return Answer.Json(answer, SandboxJson.Default.UpdateAnswer) with { HandedOver = number.CountAnswer };
    }

    private NumberRecord Find(string name, int workspaceId) =>
        platform.FindNumber(name) is { } number && number.WorkspaceId == workspaceId
            ? number
            : throw Refusal.NotFound($"Phone number '{name}' was not found in workspace {workspaceId}.");

    private static void CheckContentType(string? contentType)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase)))
            return;
        throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json in UTF-8.");
    }
}
