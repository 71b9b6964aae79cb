using UponAi.Testing;

namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>
/// A platform that does with each row what its fate says, in a random order, and checks the requests in flight.
/// </summary>
/// <param name="most">The maximum number of requests in flight.</param>
/// <param name="arrived">Called with the number of requests so far.</param>
internal sealed class ChancePlatform(
    int seed, int most, Func<NumberLocation, StressedRow> rowOf, Action<int> arrived) : IUponAiApi
{
    private readonly ChanceOrder order = new(seed);
    private readonly Lock counting = new();
    private readonly TaskCompletionSource together = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;
    private int countTogether;

    public PacingLog Pacing { get; } = new();

    public Task<ListOutcome<Workspace>> ListWorkspacesAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IDisposable StartTracing() => throw new NotSupportedException();

    /// <summary>Gets the first broken rule of the callers, or null.</summary>
    internal string? BrokenRule { get; private set; }

    internal int InFlight { get; private set; }

    public async Task<UpdateOutcome> UpdateAsync(
        NumberAssignment assignment, NumberLocation location, IRequestGate? gate, CancellationToken cancellationToken)
    {
        var row = rowOf(location);
        await gate!.EnterAsync(cancellationToken);
        try
        {
            gate.OnSending();
            Arrive(row);
            if (row.Fate != Fate.BrokenAtOnce) return await AnswerAsync(row, cancellationToken);
            Leave();
            throw new InvalidOperationException(row.Failure.Message);
        }
        finally
        {
            gate.Leave();
        }
    }

    public Task<ListOutcome<PhoneNumber>> ListNumbersAsync(string accountSid, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ListOutcome<Agent>> ListAgentsAsync(int workspaceId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ListOutcome<Agent>> ListAgentVersionsAsync(
        string agentId,
        int workspaceId,
        CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public void Dispose()
    {
        // Has no resources.
    }

    private async Task<UpdateOutcome> AnswerAsync(StressedRow row, CancellationToken cancellationToken)
    {
        try
        {
            if (row.Fate == Fate.Together) await MeetAsync();
            else if (row.Fate == Fate.Deaf) await order.WaitAsync();
            else if (row.Fate != Fate.AnsweredAtOnce) await order.WaitAsync().WaitAsync(cancellationToken);
        }
        finally
        {
            Leave();
        }

        return row.Fate switch
        {
            Fate.Refused => throw row.Failure,
            Fate.Broken => throw new InvalidOperationException(row.Failure.Message),
            _ => row.Answer,
        };
    }

    private Task MeetAsync()
    {
        if (Interlocked.Increment(ref countTogether) == most) together.SetResult();
        return together.Task;
    }

    private void Arrive(StressedRow row)
    {
        row.Arrive();
        int now;
        lock (counting)
        {
            now = ++count;
            if (++InFlight > most) BrokenRule ??= $"{InFlight} are in flight, of {most} at most.";
        }

        arrived(now);
    }

    private void Leave()
    {
        lock (counting) InFlight--;
    }
}
