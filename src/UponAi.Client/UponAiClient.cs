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
    private readonly ApiPaths paths;
    private readonly StringCache texts = new();
    private readonly PerNumberLock numbers = new();
    private readonly RequestSender sender;
    private readonly ListFetcher lists;

    /// <summary>Creates a client. The first request opens the first socket.</summary>
    public UponAiClient(ConnectionSettings settings) : this(settings, TimeProvider.System)
    {
    }

    internal UponAiClient(ConnectionSettings settings, TimeProvider time)
    {
        paths = new ApiPaths(settings.BaseUri);
        sender = new RequestSender(settings, Pacing, time);
        lists = new ListFetcher(sender, paths, texts);
    }

    /// <inheritdoc/>
    public PacingLog Pacing { get; } = new();

    /// <inheritdoc/>
    public IDisposable DescribeExchanges() => sender.Tracing.Start();

    /// <inheritdoc/>
    public async Task<UpdateOutcome> UpdateAsync(
        NumberAssignment assignment, NumberLocation location, IRequestGate? gate, CancellationToken cancellationToken)
    {
        // Two requests for one number must not be in flight at the same time.
        await numbers.EnterAsync(assignment.Number, cancellationToken).ConfigureAwait(false);
        try
        {
            var content = UpdateRequestWriter.Write(assignment, location);
            using var request = sender.CreatePut(
                paths.Assignment(assignment.Number), content, new AssignmentErrorText(assignment.Number, location));
            var response = await sender.SendAsync(request, gate, cancellationToken).ConfigureAwait(false);
            return UpdateResult.Create(request, response, assignment, location, texts);
        }
        finally
        {
            numbers.Leave(assignment.Number);
        }
    }

    /// <inheritdoc/>
    public Task<ListOutcome<PhoneNumber>> ListNumbersAsync(string accountSid, CancellationToken cancellationToken) =>
        lists.FetchNumbersAsync(accountSid, cancellationToken);

    /// <inheritdoc/>
    public Task<ListOutcome<Agent>> ListAgentsAsync(int workspaceId, CancellationToken cancellationToken) =>
        lists.FetchAgentsAsync(workspaceId, cancellationToken);

    /// <inheritdoc/>
    public Task<ListOutcome<Agent>> ListAgentVersionsAsync(
        string agentId, int workspaceId, CancellationToken cancellationToken) =>
        lists.FetchAgentVersionsAsync(agentId, workspaceId, cancellationToken);

    /// <inheritdoc/>
    public Task<ListOutcome<Workspace>> ListWorkspacesAsync(CancellationToken cancellationToken) =>
        lists.FetchWorkspacesAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => sender.Dispose();
}
