using UponAi.Client.Json;
using UponAi.Client.Messages;
using UponAi.Client.Operations;
using UponAi.Client.Sending;

namespace UponAi.Client;

/// <summary>
/// Calls the platform over HTTP. Each connection has its own client with its own sockets, pacing and retries.
/// </summary>
public sealed class UponAiClient : IUponAiApi
{
    private readonly ApiUris uris;
    private readonly StringCache stringCache = new();
    private readonly PerNumberLock numberLock = new();
    private readonly RequestSender sender;
    private readonly ListFetcher listFetcher;

    /// <summary>Creates a client. The first request opens the first socket.</summary>
    public UponAiClient(ConnectionSettings settings) : this(settings, TimeProvider.System)
    {
    }

    internal UponAiClient(ConnectionSettings settings, TimeProvider time)
    {
        uris = new ApiUris(settings.BaseUri);
        sender = new RequestSender(settings, Pacing, time);
        listFetcher = new ListFetcher(sender, uris, stringCache);
    }

    /// <inheritdoc/>
    public PacingLog Pacing { get; } = new();

    /// <inheritdoc/>
    public IDisposable StartTracing() => sender.Tracing.Start();

    /// <inheritdoc/>
    public async Task<UpdateOutcome> UpdateAsync(
        NumberAssignment assignment, NumberLocation location, IRequestGate? gate, CancellationToken cancellationToken)
    {
        // The platform could make two changes of one number in the wrong order.
        await numberLock.EnterAsync(assignment.Number, cancellationToken).ConfigureAwait(false);
        try
        {
            var content = UpdateRequestWriter.Write(assignment, location);
            using var request = sender.CreatePut(
                uris.Assignment(assignment.Number), content, new AssignmentErrorText(assignment, location));
            await sender.SendAsync(request, gate, cancellationToken).ConfigureAwait(false);
            return UpdateOutcomeFactory.Create(request, assignment, location, stringCache);
        }
        finally
        {
            numberLock.Leave(assignment.Number);
        }
    }

    /// <inheritdoc/>
    public Task<ListOutcome<PhoneNumber>> ListNumbersAsync(string accountSid, CancellationToken cancellationToken) =>
        listFetcher.FetchNumbersAsync(accountSid, cancellationToken);

    /// <inheritdoc/>
    public Task<ListOutcome<Agent>> ListAgentsAsync(int workspaceId, CancellationToken cancellationToken) =>
        listFetcher.FetchAgentsAsync(workspaceId, cancellationToken);

    /// <inheritdoc/>
    public Task<ListOutcome<Agent>> ListAgentVersionsAsync(
        string agentId, int workspaceId, CancellationToken cancellationToken) =>
        listFetcher.FetchAgentVersionsAsync(agentId, workspaceId, cancellationToken);

    /// <inheritdoc/>
    public Task<ListOutcome<Workspace>> ListWorkspacesAsync(CancellationToken cancellationToken) =>
        listFetcher.FetchWorkspacesAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => sender.Dispose();
}
