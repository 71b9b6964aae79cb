namespace UponAi.Client.Tests.Fixtures;

/// <summary>Sends changes as soon as the pace of the connection permits.</summary>
internal static class UngatedUpdates
{
    internal static Task<UpdateOutcome> UpdateAsync(
        this UponAiClient client,
        NumberAssignment assignment,
        NumberLocation location,
        CancellationToken cancellationToken) =>
        client.UpdateAsync(assignment, location, gate: null, cancellationToken);
}
