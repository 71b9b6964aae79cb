using UponAi.Client;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>Sends prepared assignments with the client, without a command.</summary>
internal sealed class ClientSender(Uri platform, int rows) : ISender
{
    private readonly UponAiClient client =
        new(new ConnectionSettings { BaseUri = platform, Token = BearerToken.Protect(SandboxProcess.Token) });
    private readonly NumberAssignment[] assignments = Rows.Assignments(rows);

    public string Name => "client alone";

    public Task SendAsync() =>
        Parallel.ForEachAsync(
            assignments,
            new ParallelOptions { MaxDegreeOfParallelism = BulkOptions.InFlight },
            SendAsync);

    public void Dispose() => client.Dispose();

    private async ValueTask SendAsync(NumberAssignment assignment, CancellationToken cancellationToken)
    {
        var outcome = await client.UpdateAsync(assignment, SandboxProcess.Scope, gate: null, cancellationToken);
        if (outcome.Warnings.Count > 0) throw new InvalidOperationException(outcome.Warnings[0]);
    }
}
