using System.Globalization;

namespace UponAi.Client.Messages;

/// <summary>
/// Builds the address of each operation of the platform. Values from outside are percent-encoded. Values that remain
/// unsafe are refused.
/// </summary>
internal sealed class ApiUris(Uri baseUri)
{
    // The largest page of agents that the contract allows.
    private const int PageLength = 1000;

    private readonly string root = baseUri.AbsoluteUri.TrimEnd('/');
    private readonly string numbers = baseUri.AbsoluteUri.TrimEnd('/') + "/api/numbers/";

    /// <summary>Returns the address for <c>PUT /api/numbers/{number}/agent</c>.</summary>
    // NumberId has already refused what EscapeSegment refuses.
    internal Uri Assignment(NumberId number) => new(numbers + Uri.EscapeDataString(number.Value) + "/agent");

    /// <summary>Returns the address for <c>GET /api/numbers/{accountSid}</c>.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAccountSid"/>.</exception>
    internal Uri Numbers(string accountSid, PageKey? page) =>
        Build("/api/numbers/" + EscapeSegment(accountSid, UponAiError.InvalidAccountSid), page);

    internal Uri Agents(int workspaceId, PageKey? page) =>
        Build(
            string.Format(
                CultureInfo.InvariantCulture, "/api/agents?workspaceId={0}&limit={1}", workspaceId, PageLength),
            page);

    /// <summary>Returns the address for <c>GET /api/agents/{agentId}/versions</c>.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAgentRef"/>.</exception>
    internal Uri AgentVersions(string agentId, int workspaceId, PageKey? page) => Build(
        string.Format(
            CultureInfo.InvariantCulture,
            "/api/agents/{0}/versions?workspaceId={1}",
            EscapeSegment(agentId, UponAiError.InvalidAgentRef),
            workspaceId),
        page);

    internal Uri Workspaces(PageKey? page) => Build("/api/workspaces", page);

    private Uri Build(string path, PageKey? page) =>
        new(root + path + (page is not { } key ? "" : (path.IndexOf('?') < 0 ? "?" : "&") + key.ToQuery()));

    private static string EscapeSegment(string text, UponAiError error)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Invalid(text, error, "it is empty");
        // HTTP clients remove path segments of dots, even if they are encoded.
        if (text.Trim('.').Length == 0) throw Invalid(text, error, "it consists of dots");
        foreach (var c in text)
        {
            if (DisplayText.IsInvisible(c) || char.IsSurrogate(c))
                throw Invalid(text, error, $"it contains {DisplayText.Name(c)}");
        }

        return Uri.EscapeDataString(text);
    }

    private static UponAiException Invalid(string text, UponAiError error, string why)
    {
        var what = error == UponAiError.InvalidAccountSid ? "account sid" : "agent id";
        return new UponAiException(
            error, $"'{DisplayText.Sanitize(text)}' is not an {what}: {why}. Copy the {what} again from the platform.");
    }
}
