using System.Net.Http.Headers;
using System.Text.Json;
using UponAi.Sandbox.Requests;
using UponAi.Sandbox.Responses;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Api;

/// <summary>Lists numbers and changes their assignments.</summary>
internal sealed class NumberEndpoints(PlatformState platform, ListForm form)
{
    private readonly ListResponse lists = new(form);

    internal ValueTask<ApiResponse> List(HttpContext context, Account caller)
    {
        caller.CheckIsOwn(context.RouteText("accountSid"));
        var query = new QueryReader(context.Request.Query, lists.QueryNames);
        return new(lists.From("numbers", platform.NumbersOf(caller), Write, query));
    }

    internal async ValueTask<ApiResponse> Update(HttpContext context, Account caller)
    {
        CheckContentType(context.Request.ContentType);
        var request = await AssignmentReader.ReadAsync(context.Request.Body, context.RequestAborted);

        caller.CheckIsOwn(request.AccountSid);
        platform.CheckWorkspace(caller, request.WorkspaceId);
        var number = Find(context.RouteText("number"), request.WorkspaceId);
        request.CheckAgents(caller);

        var bindings = number.Apply(request);
        var body = UpdateBody.From(PhoneNumberBody.From(number, bindings));
        var response = form == ListForm.Unreadable && number.Number == SandboxIds.UnreadableNumber
            ? ApiResponse.Json(body.WithTextVersions(), SandboxJson.Default.JsonNode)
            : ApiResponse.Json(body, SandboxJson.Default.UpdateBody);
        return response with { HandedOver = number.CountAnswer };
    }

    private void Write(Utf8JsonWriter writer, NumberRecord number)
    {
        var body = PhoneNumberBody.From(number, number.Bindings);
        if (form == ListForm.Unreadable && number.Number == SandboxIds.UnreadableNumber)
            JsonSerializer.Serialize(writer, body.WithTextVersions(), SandboxJson.Default.JsonNode);
        else JsonSerializer.Serialize(writer, body, SandboxJson.Default.PhoneNumberBody);
    }

    private NumberRecord Find(string name, int workspaceId) =>
        platform.FindNumber(name) is { } number && number.WorkspaceId == workspaceId
            ? number
            : throw Refusal.NotFound($"Phone number '{name}' was not found in workspace {workspaceId}.");

    private static void CheckContentType(string? contentType)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && (type.CharSet?.Trim('"') is not { } charSet
                || string.Equals(charSet, "utf-8", StringComparison.OrdinalIgnoreCase)))
            return;
        throw new Refusal(
            StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json in UTF-8.");
    }
}
