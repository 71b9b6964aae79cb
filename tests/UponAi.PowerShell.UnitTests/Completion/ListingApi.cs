using System.Globalization;

namespace UponAi.PowerShell.UnitTests.Completion;

/// <summary>A platform that returns the lists of the test and counts the requests.</summary>
internal sealed class ListingApi(Func<string, CancellationToken, Task> answering) : IUponAiApi
{
    private readonly Dictionary<string, int> asked = [];

    public PacingLog Pacing { get; } = new();

    public Task<ListOutcome<Workspace>> ListWorkspacesAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IDisposable StartTracing() => throw new NotSupportedException();

    /// <summary>Gets a semaphore that is released once for each request.</summary>
    internal SemaphoreSlim Asked { get; } = new(0);

    /// <summary>Gets a connection to the platform.</summary>
    internal UponAiConnection Connect() => new(new ConnectionSettings(), _ => this);

    /// <summary>Returns how often the list of an account or a workspace was requested.</summary>
    internal int CountFor(string what)
    {
        lock (asked) return asked.GetValueOrDefault(what);
    }

    public async Task<ListOutcome<PhoneNumber>> ListNumbersAsync(string accountSid, CancellationToken cancellationToken)
    {
        Count(accountSid);
        await answering(accountSid, cancellationToken);
        return Of(new PhoneNumber { Number = accountSid });
    }

    public async Task<ListOutcome<Agent>> ListAgentsAsync(int workspaceId, CancellationToken cancellationToken)
    {
        var workspace = workspaceId.ToString(CultureInfo.InvariantCulture);
        Count(workspace);
        await answering(workspace, cancellationToken);
        return Of(new Agent(workspace, agentVersion: 0, name: null, updatedAt: null));
    }

    public Task<ListOutcome<Agent>> ListAgentVersionsAsync(
        string agentId,
        int workspaceId,
        CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<UpdateOutcome> UpdateAsync(
        NumberAssignment assignment,
        NumberLocation location,
        IRequestGate? gate,
        CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public void Dispose() => Asked.Dispose();

    private static ListOutcome<T> Of<T>(T row) => new() { Rows = [row], Requests = [] };

    private void Count(string what)
    {
        lock (asked) asked[what] = CountFor(what) + 1;
        Asked.Release();
    }
}
