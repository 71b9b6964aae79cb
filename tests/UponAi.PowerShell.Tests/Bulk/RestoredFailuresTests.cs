using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests that Restore does not try to restore numbers that the run did not find, or did not send.</summary>
public sealed class RestoredFailuresTests : IDisposable
{
    // A new connection tries the token again at once.
    private const string Reconnect = "Connect-UponAi -BaseUri $_.BaseUri -Token ('new' | ConvertTo-SecureString "
        + "-AsPlainText -Force) -AccountSid AC1 -WorkspaceId 7";

    private readonly JournalPath journal = new();

    [Fact]
    public async Task A_number_that_was_not_found_has_nothing_to_restore()
    {
        await using var platform = await FindingAsync(() => false);
        var run = await RunAsync(
            platform, "'101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_b -JournalPath $journal");
        Assert.Equal(["UponAi.NotFound"], run.ErrorIds);

        var restored = await RunAsync(platform, "Restore-UponAiNumberAssignment $journal -Confirm:$false");

        Assert.Empty(restored.Errors);
        Assert.Equal(["101"], restored.Texts);
    }

    [Fact]
    public async Task A_number_that_was_found_later_is_restored_to_its_state_before_the_later_request()
    {
        var isThere = false;
        await using var platform = await FindingAsync(() => isThere);
        const string Set = "Set-UponAiNumberAssignment 102 agent_b -JournalPath $journal";
        await RunAsync(platform, Set);
        isThere = true;
        await RunAsync(platform, Set);

        var restored = await RunAsync(platform, "Restore-UponAiNumberAssignment $journal -Force -Confirm:$false");

        Assert.Empty(restored.Errors);
        Assert.Equal(["102"], restored.Texts);
    }

    [Fact]
    public async Task Rows_that_a_first_run_did_not_send_are_restored_to_their_state_before_the_second_run()
    {
        var isExpired = true;
        string[] numbers = [Number("101", Split("agent_a")), Number("102", Split("agent_a"))];
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Method == "GET"
                ? Reply.Json($$"""{"success":true,"numbers":[{{string.Join(",", numbers)}}]}""")
            : isExpired ? Reply.Json("{}", 401)
            : ConnectedPlatform.Agree(request)));
        const string Set = "'101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_b -JournalPath $journal "
            + "-ThrottleLimit 1";
        var first = await RunAsync(platform, Set);
        Assert.Equal(["UponAi.Unauthorized", "UponAi.Unauthorized"], first.ErrorIds);
        Assert.Single(platform.Numbers);
        isExpired = false;
        var second = await RunAsync(platform, $"Get-UponAiConnection | ForEach-Object {{ {Reconnect} }}; {Set}");
        Assert.Empty(second.Errors);

        var restored = await RunAsync(platform, "Restore-UponAiNumberAssignment $journal -Force -Confirm:$false");

        Assert.Empty(restored.Errors);
        Assert.Equal(["101", "102"], restored.Texts);
    }

    public void Dispose() => journal.Dispose();

    // A platform that finds the number 102 only sometimes.
    private static Task<ConnectedPlatform> FindingAsync(Func<bool> is102There) =>
        ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
        {
            string[] numbers = is102There()
                ? [Number("101", Split("agent_a")), Number("102", Split("agent_a"))]
                : [Number("101", Split("agent_a"))];
            if (request.Method == "GET")
                return Reply.Json($$"""{"success":true,"numbers":[{{string.Join(",", numbers)}}]}""");
            return is102There() || !request.Target.Contains("/102/", StringComparison.Ordinal)
                ? ConnectedPlatform.Agree(request)
                : Reply.Json("""{"error":"No such number"}""", 404);
        }));

    private Task<Outcome> RunAsync(ConnectedPlatform platform, string script) =>
        platform.RunAsync(script, ("journal", journal.Value));
}
