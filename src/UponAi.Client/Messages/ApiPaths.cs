using System.Globalization;

namespace UponAi.Client.Messages;

/// <summary>Where lists are: what comes from outside is percent-encoded, or refused where that does not help.</summary>
internal static class ListPaths
{
    // The longest page that the platform gives.
    private const int PageLength = 1000;

    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAccountSid"/>.</exception>
    internal static Uri Numbers(Uri baseUri, string accountSid) =>
        At(baseUri, "/api/numbers/" + Segment(accountSid, UponAiError.InvalidAccountSid, "an account's sid"));

    internal static Uri Agents(Uri baseUri, int workspaceId, PageKey? after)
    {
        var query = string.Format(CultureInfo.InvariantCulture, "/api/agents?workspaceId={0}&limit={1}", workspaceId, PageLength);
        if (after is { } key)
        {
            query += "&paginationKey=" + Uri.EscapeDataString(key.Id);
            if (key.Version is { } version) query += "&paginationKeyVersion=" + version.ToString(CultureInfo.InvariantCulture);
        }

        return At(baseUri, query);
    }

    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAgentRef"/>.</exception>
    internal static Uri AgentVersions(Uri baseUri, string agentId, int workspaceId) => At(
        baseUri,
        string.Format(CultureInfo.InvariantCulture, "/api/agents/{0}/versions?workspaceId={1}", Segment(agentId, UponAiError.InvalidAgentRef, "an agent's id"), workspaceId));

    private static Uri At(Uri baseUri, string path) => new(baseUri.AbsoluteUri.TrimEnd('/') + path);

    private static string Segment(string text, UponAiError error, string what)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Refuse(text, error, what, "it is empty");
        // A path of dots alone is another path, however it is encoded.
        if (text.Trim('.').Length == 0) throw Refuse(text, error, what, "it is dots alone");
        foreach (var c in text)
        {
            if (DisplayText.IsInvisible(c) || char.IsSurrogate(c)) throw Refuse(text, error, what, $"it holds {DisplayText.Name(c)}");
        }

        return Uri.EscapeDataString(text);
    }

    private static UponAiException Refuse(string text, UponAiError error, string what, string why) =>
        new(error, $"'{DisplayText.Sanitize(text)}' is not {what}: {why}. Copy it anew from the platform.");
}

/// <summary>Where an assignment is sent: <c>PUT {base}/api/numbers/{number}/agent</c>, the number percent-encoded.</summary>
internal sealed class NumberPath(Uri baseUri)
{
    private readonly string numbers = baseUri.AbsoluteUri.TrimEnd('/') + "/api/numbers/";

    internal Uri Of(NumberId number) => new(numbers + Uri.EscapeDataString(number.Value) + "/agent");
}

/// <summary>Where the next page of a list of agents begins: after this version of this agent.</summary>
internal readonly record struct PageKey(string Id, int? Version);
