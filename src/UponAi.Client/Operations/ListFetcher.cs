using UponAi.Client.Errors;
using UponAi.Client.Json;
using UponAi.Client.Messages;
using UponAi.Client.Sending;

namespace UponAi.Client.Operations;

/// <summary>Fetches all pages of the platform's lists for <see cref="UponAiClient"/>.</summary>
internal sealed class ListFetcher(RequestSender sender, ApiPaths paths, StringCache texts)
{
    internal Task<ListOutcome<PhoneNumber>> FetchNumbersAsync(string accountSid, CancellationToken cancellationToken) =>
        FetchAsync(
            ListErrorText.Numbers(accountSid),
            page => paths.Numbers(accountSid, page),
            () => new ListParser<PhoneNumber>("numbers", PhoneNumberReader.ReadRow, texts),
            keyOf: null,
            NameOf,
            cancellationToken);

    internal Task<ListOutcome<Agent>> FetchAgentsAsync(int workspaceId, CancellationToken cancellationToken) =>
        FetchAsync(
            ListErrorText.Agents(workspaceId),
            page => paths.Agents(workspaceId, page),
            () => new ListParser<Agent>("agents", AgentReader.ReadRow, texts),
            agent => new PageKey(ControlSymbols.Restore(agent.AgentId), agent.AgentVersion),
            agent => agent.ToString(),
            cancellationToken);

    internal Task<ListOutcome<Agent>> FetchAgentVersionsAsync(
        string agentId, int workspaceId, CancellationToken cancellationToken) =>
        FetchAsync(
            ListErrorText.AgentVersions(agentId, workspaceId),
            page => paths.AgentVersions(agentId, workspaceId, page),
            () => new ListParser<Agent>("versions", AgentReader.ReadRow, texts),
            keyOf: null,
            agent => agent.ToString(),
            cancellationToken);

    internal Task<ListOutcome<Workspace>> FetchWorkspacesAsync(CancellationToken cancellationToken) => FetchAsync(
        ListErrorText.Workspaces(),
        paths.Workspaces,
        () => new ListParser<Workspace>("workspaces", WorkspaceReader.ReadRow, texts),
        keyOf: null,
        workspace => workspace.ToString(),
        cancellationToken);

    // Two workspaces can have the same extension.
    private static string? NameOf(PhoneNumber phone) => phone is { Number: not null, WorkspaceId: { } workspace }
        ? FormattableString.Invariant($"{phone.Number} in workspace {workspace}")
        : phone.Number;

    private async Task<ListOutcome<T>> FetchAsync<T>(
        ListErrorText text,
        Func<PageKey?, Uri> uri,
        Func<ListParser<T>> newParser,
        Func<T, PageKey>? keyOf,
        Func<T, string?> nameOf,
        CancellationToken cancellationToken)
    {
        var pages = new PageSequence<T>(text, keyOf, nameOf);
        var rows = new List<T>();
        var unreadable = new List<UnreadableRow>();
        var requests = new List<RequestSummary>();
        PageKey? key = null;
        do
        {
            var list = newParser();
            using var request = sender.CreateGet(uri(key), list, text);
            var response = await sender.SendAsync(request, gate: null, cancellationToken).ConfigureAwait(false);
            Check(list, text, response, request);
            requests.Add(request.Summarize());
            rows.AddRange(pages.TakeNewRows(list.Rows));
            foreach (var row in list.Unreadable)
                unreadable.Add(new(row.Name, ResponseErrors.UnreadableRow(text, row.Name, row.Problem!, request)));
            try
            {
                key = pages.Next(list, key, response.HasNextLink);
            }
            catch (UnexpectedJsonException e)
            {
                throw ResponseErrors.Unusable(e.Message, response, request, e);
            }
            catch (EndlessListException e)
            {
                throw ResponseErrors.Create(UponAiError.InvalidResponse, e.Message, request);
            }
        }
        while (key is not null);

        return new ListOutcome<T> { Rows = rows, Unreadable = unreadable, Requests = requests };
    }

    private static void Check<T>(ListParser<T> list, ListErrorText text, ApiResponse response, ApiRequest request)
    {
        switch (list.Problem)
        {
            case UnexpectedJsonException wrong:
                throw ResponseErrors.Unusable(wrong.Message, response, request, wrong);
            case { } unreadable:
                throw ResponseErrors.Unusable(
                    request is { IsBodyBegun: false, Body.IsEmpty: true }
                        ? "has no body"
                        : "is not JSON, or is incomplete",
                    response,
                    request,
                    unreadable);
        }

        if (list.Envelope.Success != false) return;
        throw ResponseErrors.Create(
            UponAiError.RequestFailed,
            $"The platform did not list {text.Name}. {ResponseErrors.DescribeReason(list.Envelope.Message)}",
            request);
    }
}
