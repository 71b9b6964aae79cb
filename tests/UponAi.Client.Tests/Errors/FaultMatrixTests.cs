using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;
using UponAi.Testing.Faults;

namespace UponAi.Client.Tests.Errors;

/// <summary>
/// Tests each fault of the transport, for a change and for each list: the error, the number of attempts and the time.
/// No part of a list passes as the whole list, and no socket stays open.
/// </summary>
public sealed class FaultMatrixTests
{
    public static TheoryData<string> Faults => [.. FaultMatrix.All.Select(fault => fault.FullName)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_ends_as_the_matrix_says(string name)
    {
        var fault = FaultMatrix.Named(name);
        await using var platform = await fault.OpenAsync();
        var before = OpenSockets.To(platform.BaseUri);

        var settings = Settings.For(platform.BaseUri, attemptTimeout: Fault.AttemptTimeout);
        var time = new SkippingTime(settings, attemptsHang: fault.Hangs);
        using (var client = new UponAiClient(settings, time))
        {
            for (var n = 1; n < fault.Requests; n++) await AskAsync(client, fault.Asked);
            var begun = time.GetUtcNow();
            var failure = await EndAsync(client, fault.Asked);

            Assert.Equal(fault.Error, failure?.Error.ToString());
            var attempts = failure?.Request!.Attempts ?? Requests(platform) - (fault.Requests - 1);
            Assert.Equal(fault.Attempts ?? Math.Max(attempts, 10), attempts);
            Assert.InRange(time.GetUtcNow() - begun, TimeSpan.Zero, fault.Within);
            // At most the connection that is kept for the next request.
            await OpenSockets.FallToAsync(before + 1, platform.BaseUri, TestTimeout.Token);
        }

        await OpenSockets.FallToAsync(before, platform.BaseUri, TestTimeout.Token);
    }

    /// <returns>Null if the request succeeds completely.</returns>
    private static async Task<UponAiException?> EndAsync(UponAiClient client, Asked asked)
    {
        try
        {
            var (rows, failure) = await AskAsync(client, asked);
            Assert.Equal(asked.Rows, rows);
            return failure;
        }
        catch (UponAiException e)
        {
            return e;
        }
    }

    private static async Task<(int Rows, UponAiException? Failure)> AskAsync(UponAiClient client, Asked asked)
    {
        if (asked == Asked.Numbers) return ((await client.ListNumbersAsync("AC1", TestTimeout.Token)).Rows.Count, null);
        if (asked == Asked.Agents) return ((await client.ListAgentsAsync(7, TestTimeout.Token)).Rows.Count, null);
        if (asked == Asked.AgentVersions)
            return ((await client.ListAgentVersionsAsync("agent_a", 7, TestTimeout.Token)).Rows.Count, null);
        var outcome = await client.UpdateAsync(
            TestAssignments.For(Asked.Number) with { TimeRouting = true },
            TestAssignments.Scope,
            TestTimeout.Token);
        Assert.Equal(Asked.Number, outcome.PhoneNumber.Number);
        return (1, outcome.ImportFailure);
    }

    private static int Requests(IFaultyPlatform platform) =>
        platform is Http2Server http2 ? http2.Protocols.Count : ((ScriptedServer)platform).Requests.Count;
}
