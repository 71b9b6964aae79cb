using System.Globalization;
using UponAi.Client.Errors;
using UponAi.Client.Json;
using UponAi.Client.Messages;
using UponAi.Client.Sending;

namespace UponAi.Client.Operations;

/// <summary>Fetches the platform's lists whole.</summary>
internal sealed class ListFetcher(RequestSender sender, Uri baseUri)
{
    // A million agents, should a page be as long as asked for.
    private const int MostPages = 1000;

    internal async Task<ListOutcome<PhoneNumber>> NumbersAsync(string accountSid, CancellationToken cancellationToken)
    {
        var list = new ListParser<PhoneNumber>("numbers", PhoneNumberReader.Read);
        var request = await FetchAsync(ListPaths.Numbers(baseUri, accountSid), list, ListErrorText.Numbers(accountSid), cancellationToken).ConfigureAwait(false);
        return new ListOutcome<PhoneNumber> { Rows = list.Rows, Requests = [request] };
    }

    internal async Task<ListOutcome<Agent>> AgentsAsync(int workspaceId, CancellationToken cancellationToken)
    {
        var target = ListErrorText.Agents(workspaceId);
        var agents = new List<Agent>();
        var requests = new List<RequestSummary>();
        var keys = new HashSet<PageKey>();
        PageKey? key = null;
        do
        {
            var page = NewAgentList();
            var request = await FetchAsync(ListPaths.Agents(baseUri, workspaceId, key), page, target, cancellationToken).ConfigureAwait(false);
            requests.Add(request);
            agents.AddRange(page.Rows);
            key = NextKey(page);
            if (key is not { } next || keys.Add(next) && keys.Count < MostPages) continue;
            // Nothing after the last page, and its key once more.
            if (page.Rows.Count == 0) break;
            throw Endless(target, next, keys.Count, request);
        }
        while (key is not null);

        return new ListOutcome<Agent> { Rows = agents, Requests = requests };
    }

    internal async Task<ListOutcome<Agent>> AgentVersionsAsync(string agentId, int workspaceId, CancellationToken cancellationToken)
    {
        var list = NewAgentList();
        var request = await FetchAsync(ListPaths.AgentVersions(baseUri, agentId, workspaceId), list, ListErrorText.AgentVersions(agentId, workspaceId), cancellationToken).ConfigureAwait(false);
        return new ListOutcome<Agent> { Rows = list.Rows, Requests = [request] };
    }

    private static ListParser<Agent> NewAgentList() => new("data", AgentReader.Read);

    // A short page says nothing: the platform may allow fewer rows than were asked for.
    private static PageKey? NextKey(ListParser<Agent> page)
    {
        if (page.Envelope.HasKey) return page.Envelope.Key;
        return page.Rows.Count == 0 ? null : new PageKey(page.Rows[page.Rows.Count - 1].AgentId, page.Rows[page.Rows.Count - 1].AgentVersion);
    }

    private async Task<RequestSummary> FetchAsync<T>(Uri uri, ListParser<T> list, ListErrorText target, CancellationToken cancellationToken)
    {
        using var exchange = sender.Get(uri, list, target);
        var answer = await sender.SendAsync(exchange, cancellationToken).ConfigureAwait(false);
        switch (list.Problem)
        {
            case UnexpectedJsonException wrong:
                throw ResponseErrors.Unusable(wrong.Message, answer, exchange, wrong);
            case { } unreadable:
                throw ResponseErrors.Unusable(exchange is { IsBodyBegun: false, Body.IsEmpty: true } ? "has no body" : "is not JSON, or not all of it", answer, exchange, unreadable);
        }

        return list.Envelope.Success == false ? throw Refused(target, list.Envelope.Message, exchange.Summarize()) : exchange.Summarize();
    }

    private static UponAiException Refused(ListErrorText target, string? message, RequestSummary request) => new(
        UponAiError.RequestFailed,
        $"The platform did not list {target.Name}. {(string.IsNullOrEmpty(message) ? "It gives no reason." : $"It says: {DisplayText.Sanitize(message)}")}") { Request = request };

    private static UponAiException Endless(ListErrorText target, PageKey key, int pages, RequestSummary request) => new(
        UponAiError.InvalidResponse,
        string.Format(
            CultureInfo.InvariantCulture,
            "The list of {0} does not end: after {1} {2} the platform {3}. None of it is used, as agents may be missing.",
            target.Name,
            pages,
            pages == 1 ? "page" : "pages",
            pages == MostPages ? "has still more" : $"gives the key '{DisplayText.Sanitize(key.Id)}' for the next page again")) { Request = request };
}
