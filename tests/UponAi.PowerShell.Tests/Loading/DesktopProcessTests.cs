using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Loading;

/// <summary>
/// Tests the folder for Windows PowerShell 5.1, loaded as Windows PowerShell loads it: no binding redirects, two
/// connections per host, and TLS 1.2 only if the module enables it.
/// </summary>
public sealed class DesktopProcessTests
{
    private const int AtOnce = 8;

    [Fact]
    public async Task It_sets_retries_and_clears_and_leaves_the_process_as_it_is()
    {
        await using var sandbox =
            await SandboxServer.StartAsync(new SandboxOptions { Numbers = 40, FaultRate = 0.2 }, TestTimeout.Token);

        var run = await RunAsync(sandbox.BaseUri, "set", "40", "clear");

        Assert.Equal(
            [
                "imported UponAi, UponAi.PowerShell",
                $"connected to {sandbox.BaseUri} (account {sandbox.AccountSid})",
                "+14155550100: agent_sales@2 90%, agent_support 10%; 200",
                "40 at once; retried: yes",
                "+14155550100: nobody; 200",
                "unchanged settings of the process",
            ],
            run.Lines[..6]);
        Assert.True(sandbox.Requests.ByStatus[503] > 0);
        Assert.All(
            Enumerable.Range(0, 40),
            i =>
                Assert.Equal(
                    "agent_sales",
                    Assert.Single(sandbox.Snapshot(ConnectedSandbox.Number(i))!.Bindings.Inbound).AgentId));
        Assert.Empty(sandbox.Snapshot("+14155550100")!.Bindings.Inbound);
    }

    [Fact]
    public async Task It_loads_the_client_and_its_packages_from_the_folder_that_ships()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestTimeout.Token);

        var run = await RunAsync(sandbox.BaseUri, "set");

        var client = Assert.Single(run.Lines, line => line.StartsWith("client ", StringComparison.Ordinal));
        Assert.All(
            (string[])["UponAi.Client", "Polly.Core", "System.Text.Json"],
            name => Assert.Contains(name, client["client ".Length..].Split(", ")));
    }

    [Fact]
    public async Task The_client_uses_more_than_two_connections()
    {
        var all = new TaskCompletionSource();
        var arrived = 0;
        await using var server = ScriptedServer.Start(request =>
        {
            if (Interlocked.Increment(ref arrived) == AtOnce) all.SetResult();
            return Reply.Json(UpdateAnswers.Agreeing(request)).After(all.Task);
        });

        var run = await RunAsync(server.BaseUri, $"{AtOnce}");

        Assert.Contains($"{AtOnce} at once; retried: no", run.Lines);
        Assert.Equal(AtOnce, server.ConnectionCount);
    }

    [Theory]
    [InlineData(202, true)]
    [InlineData(404, false)]
    public async Task An_error_warns_only_if_the_platform_may_have_made_the_change(int status, bool warns)
    {
        await using var server = ScriptedServer.Start(_ => Reply.Json("", status));

        var run = await DesktopProcess.RunAsync(server.BaseUri, DesktopProcess.Import, "clear");

        var failure = Assert.Single(run.Lines, line => line.StartsWith("FAILED: ", StringComparison.Ordinal));
        Assert.Equal(warns, failure.Contains("The platform may have made the change.", StringComparison.Ordinal));
    }

    /// <summary>
    /// The server accepts only TLS 1.2 and later. A client that receives its certificate has offered such a version.
    /// </summary>
    [Fact]
    public async Task The_client_offers_TLS_1_2_and_trusts_no_further_certificate()
    {
        await using var server = ScriptedServer.StartTls(TestCertificates.SelfSigned(), Reply.Json(UpdateAnswers.Of()));

        var run = await DesktopProcess.RunAsync(server.BaseUri, DesktopProcess.Import, "clear");

        Assert.Equal(1, run.ExitCode);
        var failure = Assert.Single(
            run.Lines,
            line => line.StartsWith("FAILED: UponAi.UponAiException: No secure connection", StringComparison.Ordinal));
        Assert.Matches("CERTIFICATE_VERIFY_FAILED|remote certificate is invalid", failure);
        Assert.DoesNotContain("may have made the change", failure, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static async Task<ProgramRun> RunAsync(Uri baseUri, params string[] steps)
    {
        var run = await DesktopProcess.RunAsync(baseUri, [DesktopProcess.Import, .. steps]);
        Assert.True(run.ExitCode == 0 && run.Error.Length == 0, run.Output + run.Error);
        return run;
    }
}
