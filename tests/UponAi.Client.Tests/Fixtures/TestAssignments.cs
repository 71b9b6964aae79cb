namespace UponAi.Client.Tests.Fixtures;

/// <summary>Creates assignments from short texts.</summary>
internal static class TestAssignments
{
    internal const string Number = "+14155550100";

    internal static readonly NumberLocation Scope = new("AC1", 7);

    /// <summary>Creates an assignment without a change. A test adds changes with <c>with</c>.</summary>
    internal static NumberAssignment For(string number = Number) => new() { Number = NumberId.Parse(number) };

    internal static NumberAssignment Inbound(string agents, string number = Number) =>
        For(number) with { Inbound = Agents(agents) };

    internal static NumberAssignment Outbound(string agents, string number = Number) =>
        For(number) with { Outbound = Agents(agents) };

    internal static Change<AgentSplit> Agents(string agents) =>
        Change.Set(AgentSplit.Create(AgentRefCollection.Parse(agents)));

    internal static Change<Webhook> Webhook(string url) => Change.Set(UponAi.Webhook.Parse(url));
}

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
