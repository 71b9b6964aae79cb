using System.Globalization;

namespace UponAi.Client.Messages;

/// <summary>
/// Builds the addresses of requests. Values from outside are percent-encoded. Values that remain unsafe are refused.
/// </summary>
internal sealed class ApiPaths(Uri baseUri)
{
    // The largest page of agents that the contract allows.
    private const int PageLength = 1000;

    private readonly string root = baseUri.AbsoluteUri.TrimEnd('/');
    private readonly string numbers = baseUri.AbsoluteUri.TrimEnd('/') + "/api/numbers/";

    /// <summary>Returns the address for <c>PUT /api/numbers/{number}/agent</c>.</summary>
    internal Uri Assignment(NumberId number) => new(numbers + Uri.EscapeDataString(number.Value) + "/agent");

    /// <summary>Returns the address for <c>GET /api/numbers/{accountSid}</c>.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAccountSid"/>.</exception>
    internal Uri Numbers(string accountSid, PageKey? page) =>
        Build("/api/numbers/" + EscapeSegment(accountSid, UponAiError.InvalidAccountSid, "account sid"), page);

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
            EscapeSegment(agentId, UponAiError.InvalidAgentRef, "agent id"),
            workspaceId),
        page);

    internal Uri Workspaces(PageKey? page) => Build("/api/workspaces", page);

    private Uri Build(string path, PageKey? page) =>
        new(root + path + (page is not { } key ? "" : (path.IndexOf('?') < 0 ? "?" : "&") + key.ToQuery()));

    private static string EscapeSegment(string text, UponAiError error, string what)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Invalid(text, error, what, "it is empty");
        // HTTP clients remove path segments of dots, even if they are encoded.
        if (text.Trim('.').Length == 0) throw Invalid(text, error, what, "it consists of dots");
        foreach (var c in text)
        {
            if (DisplayText.IsInvisible(c) || char.IsSurrogate(c))
                throw Invalid(text, error, what, $"it contains {DisplayText.Name(c)}");
        }

        return Uri.EscapeDataString(text);
    }

    private static UponAiException Invalid(string text, UponAiError error, string what, string why) =>
        new(error, $"'{DisplayText.Sanitize(text)}' is not an {what}: {why}. Copy the {what} again from the platform.");
}

/// <summary>The position of a page in a list.</summary>
/// <param name="Id">The key of the page, or null if the page has a number.</param>
/// <param name="Version">The second part of the key, or null.</param>
/// <param name="Page">The number of the page.</param>
internal readonly record struct PageKey(string? Id, int? Version, long? Page = null)
{
    internal string ToQuery() => Id is null
        ? string.Format(CultureInfo.InvariantCulture, "page={0}", Page)
        : "paginationKey=" + Uri.EscapeDataString(Id)
            + (Version is { } version ? "&paginationKeyVersion=" + version.ToString(CultureInfo.InvariantCulture) : "");
}
