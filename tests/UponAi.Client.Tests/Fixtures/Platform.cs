using UponAi.Testing;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>A scripted platform with a client connected to it.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private Platform(ScriptedServer server, ConnectionSettings settings, bool holdsWaits)
    {
        Server = server;
        Time = new SkippingTime(settings, holdsWaits);
        Client = new UponAiClient(settings, Time);
    }

    internal ScriptedServer Server { get; }

    internal SkippingTime Time { get; }

    internal UponAiClient Client { get; }

    internal static Platform Answering(params Reply[] replies) => Of(ScriptedServer.Start(replies));

    /// <summary>Creates a platform that gives every request the same response.</summary>
    internal static Platform AlwaysAnswering(Reply reply) => Of(ScriptedServer.Start(_ => reply));

    /// <summary>Creates a platform that makes every change.</summary>
    internal static Platform Agreeing() =>
        Of(ScriptedServer.Start(request => Reply.Json(UpdateAnswers.Agreeing(request))));

    internal static Platform Of(ScriptedServer server, ConnectionSettings? settings = null, bool holdsWaits = false) =>
        new(server, settings ?? Settings.For(server.BaseUri), holdsWaits);

    internal Task<UpdateOutcome> UpdateAsync(NumberAssignment assignment) =>
        Client.UpdateAsync(assignment, TestAssignments.Scope, TestTimeout.Token);

    internal Task<UponAiException> FailAsync(NumberAssignment assignment) =>
        Assert.ThrowsAsync<UponAiException>(() => UpdateAsync(assignment));

    internal async Task<IReadOnlyList<PhoneNumber>> ListNumbersAsync(string accountSid = "AC1") =>
        (await Client.ListNumbersAsync(accountSid, TestTimeout.Token)).Rows;

    internal async Task<IReadOnlyList<Agent>> ListAgentsAsync(int workspaceId = 7) =>
        (await Client.ListAgentsAsync(workspaceId, TestTimeout.Token)).Rows;

    internal async Task<IReadOnlyList<Agent>> ListAgentVersionsAsync(string agentId = "agent_a", int workspaceId = 7) =>
        (await Client.ListAgentVersionsAsync(agentId, workspaceId, TestTimeout.Token)).Rows;

    internal Task<UponAiException> FailToListNumbersAsync(string accountSid = "AC1") =>
        Assert.ThrowsAsync<UponAiException>(() => ListNumbersAsync(accountSid));

    internal Task<UponAiException> FailToListAgentsAsync() =>
        Assert.ThrowsAsync<UponAiException>(() => ListAgentsAsync());

    internal Task<UponAiException> FailToListAgentVersionsAsync(string agentId = "agent_a") =>
        Assert.ThrowsAsync<UponAiException>(() => ListAgentVersionsAsync(agentId));

    /// <summary>Sends a change, and returns its single request.</summary>
    internal static async Task<ReceivedRequest> CaptureAsync(NumberAssignment assignment)
    {
        await using var platform = Agreeing();
        await platform.UpdateAsync(assignment);
        return Assert.Single(platform.Server.Requests);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
