using UponAi.Client.Errors;
using UponAi.Client.Json;
using UponAi.Client.Messages;
using UponAi.Client.Sending;

namespace UponAi.Client.Operations;

/// <summary>Fetches all pages of the platform's lists for <see cref="UponAiClient"/>.</summary>
internal sealed class ListFetcher(RequestSender sender, ApiUris uris, StringCache cache)
{
    internal Task<ListOutcome<PhoneNumber>> FetchNumbersAsync(string accountSid, CancellationToken cancellationToken) =>
        FetchAsync(
            ListErrorText.Numbers(accountSid),
            key => uris.Numbers(accountSid, key),
            () => new ListParser<PhoneNumber>("numbers", PhoneNumberReader.ReadRow, cache),
            GetName,
            cancellationToken);

    internal Task<ListOutcome<Agent>> FetchAgentsAsync(int workspaceId, CancellationToken cancellationToken) =>
        FetchAsync(
            ListErrorText.Agents(workspaceId),
            key => uris.Agents(workspaceId, key),
            () => new ListParser<Agent>("agents", AgentReader.ReadRow, cache),
            agent => agent.ToString(),
            cancellationToken,
            // In the contract, the key of the next page is the last agent of the page before.
            agent => PageKey.After(ControlSymbols.Restore(agent.AgentId), agent.AgentVersion));

    internal Task<ListOutcome<Agent>> FetchAgentVersionsAsync(
        string agentId, int workspaceId, CancellationToken cancellationToken) =>
        FetchAsync(
            ListErrorText.AgentVersions(agentId, workspaceId),
            key => uris.AgentVersions(agentId, workspaceId, key),
            () => new ListParser<Agent>("versions", AgentReader.ReadRow, cache),
            agent => agent.ToString(),
            cancellationToken);

    internal Task<ListOutcome<Workspace>> FetchWorkspacesAsync(CancellationToken cancellationToken) => FetchAsync(
        ListErrorText.Workspaces(),
        uris.Workspaces,
        () => new ListParser<Workspace>("workspaces", WorkspaceReader.ReadRow, cache),
        workspace => workspace.ToString(),
        cancellationToken);

    // The name must identify a row, and two workspaces can have the same extension.
    private static string? GetName(PhoneNumber phone) => phone is { Number: not null, WorkspaceId: { } workspace }
        ? FormattableString.Invariant($"{phone.Number} in workspace {workspace}")
        : phone.Number;

    private async Task<ListOutcome<T>> FetchAsync<T>(
        ListErrorText errorText,
        Func<PageKey?, Uri> getUri,
        Func<ListParser<T>> createParser,
        Func<T, string?> getName,
        CancellationToken cancellationToken,
        Func<T, PageKey>? getKeyAfter = null)
    {
        var pages = new PageSequence<T>(errorText, getName, getKeyAfter);
        var rows = new List<T>();
        var unreadable = new List<UnreadableRow>();
        var requests = new List<RequestSummary>();
        PageKey? key = null;
        do
        {
            var page = createParser();
            using var request = sender.CreateGet(getUri(key), page, errorText);
            // A gate limits the rows of a command, and a list is not a row.
            await sender.SendAsync(request, gate: null, cancellationToken).ConfigureAwait(false);
            Check(page, errorText, request);
            requests.Add(request.Summarize());
            rows.AddRange(pages.TakeNewRows(page.Rows));
            foreach (var row in page.Unreadable)
                unreadable.Add(new(row.Name, ResponseErrors.UnreadableRow(errorText, row.Name, row.Problem!, request)));
            try
            {
                key = pages.FindNextKey(page, key, request.LastResponse!.HasNextLink);
            }
            catch (UnexpectedJsonException e)
            {
                throw ResponseErrors.Unusable(e.Message, request, e);
            }
            catch (EndlessListException e)
            {
                throw ResponseErrors.Create(UponAiError.InvalidResponse, e.Message, request);
            }
        }
        while (key is not null);

        return new ListOutcome<T> { Rows = rows, Unreadable = unreadable, Requests = requests };
    }

    private static void Check<T>(ListParser<T> page, ListErrorText errorText, ApiRequest request)
    {
        if (page.Problem is UnexpectedJsonException unexpected)
            throw ResponseErrors.Unusable(unexpected.Message, request, unexpected);
        if (page.Problem is { } unreadable) throw ResponseErrors.NotJson(request, unreadable);
        // Most lists have no success flag.
        if (page.Envelope.Success != false) return;
        throw ResponseErrors.Create(
            UponAiError.RequestFailed,
            $"The platform did not list {errorText.Name}. {ResponseErrors.DescribeReason(page.Envelope.Message)}",
            request);
    }
}
