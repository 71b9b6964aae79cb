using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Listing;

/// <summary>Tests Get-UponAiNumber: it requests one list per account, and selects numbers from the list.</summary>
public sealed class GetNumberTests
{
    private const string Numbers = """
        [{"number":"+14155550100","workspace_id":7,
             "inbound_agents":[{"agent_id":"agent_a","weight":0.9},{"agent_id":"agent_b","weight":0.1}]},
         {"number":"+14155550101","workspace_id":8,"inbound_agents":[],"agent_id":"agent_c"},
         {"number":"+49891234567","workspace_id":7,"inbound_agent_id":"agent_d"},
         {"number":"101","workspace_id":7},
         {"number":"0102","workspace_id":8,"outbound_agents":[{"agent_id":"Agent_A"}]},
         {"number":"+14155550100;ext=7","workspace_id":7}]
        """;

    [Theory]
    [InlineData("Get-UponAiNumber", "+14155550100 +14155550101 +49891234567 101 0102 +14155550100;ext=7")]
    [InlineData("Get-UponAiNumber -WorkspaceId 7", "+14155550100 +49891234567 101 +14155550100;ext=7")]
    [InlineData("Get-UponAiNumber -WorkspaceId 9", "")]
    [InlineData("Get-UponAiNumber '+14155550100'", "+14155550100")]
    [InlineData("Get-UponAiNumber 101, '+1 (415) 555-0101'", "+14155550101 101")]
    [InlineData("Get-UponAiNumber '+1415*'", "+14155550100 +14155550101 +14155550100;ext=7")]
    [InlineData("Get-UponAiNumber '1415*'", "")]
    [InlineData("Get-UponAiNumber '*010[01]', '0102'", "+14155550100 +14155550101 0102")]
    [InlineData("Get-UponAiNumber '???'", "101")]
    [InlineData("'101', '+49*' | Get-UponAiNumber", "+49891234567 101")]
    [InlineData("101 | Get-UponAiNumber", "101")]
    [InlineData(
        "[pscustomobject]@{ phone_number = '101'; Note = 'x' }, @{ Number = '0102' } | Get-UponAiNumber",
        "101 0102")]
    [InlineData("Get-UponAiNumber 10* | Get-UponAiNumber", "101")]
    [InlineData("Get-UponAiNumber -InputObject ('101', '101', '10*')", "101")]
    [InlineData("@() | Get-UponAiNumber", "")]
    [InlineData("Get-UponAiNumber -AgentId agent_a", "+14155550100")]
    [InlineData("Get-UponAiNumber -AgentId agent_b, agent_c", "+14155550100 +14155550101")]
    [InlineData("Get-UponAiNumber -AgentId agent_d", "+49891234567")]
    [InlineData("Get-UponAiNumber -AgentId agent_[ad]*", "+14155550100 +49891234567 0102")]
    [InlineData("Get-UponAiNumber -AgentId agent_x", "")]
    [InlineData("Get-UponAiNumber 101 -AgentId agent_a", "")]
    [InlineData("Get-UponAiNumber -AgentId agent_c -WorkspaceId 8 -Number *", "+14155550101")]
    public async Task Requested_numbers_come_out_once_in_the_order_of_the_platform(string script, string numbers)
    {
        await using var platform = await AnsweringAsync(Numbers);

        var outcome = await platform.RunAsync(script);

        Assert.Empty(outcome.Errors);
        Assert.Equal(numbers, string.Join(' ', outcome.Texts));
        Assert.All(outcome.Output, number => Assert.Equal("UponAi.PhoneNumber", number!.BaseObject.GetType().FullName));
        Assert.All(
            platform.Server.Requests,
            request => Assert.Equal("GET /api/numbers/AC1 HTTP/1.1", request.RequestLine));
    }

    [Theory]
    [InlineData(
        "Get-UponAiNumber 101, 103",
        "103",
        "Account AC1 has no number 103. Get-UponAiNumber without -Number returns all numbers.")]
    [InlineData(
        "'103', '101' | Get-UponAiNumber",
        "103",
        "Account AC1 has no number 103. Get-UponAiNumber without -Number returns all numbers.")]
    [InlineData(
        "Get-UponAiNumber 101, '0102' -WorkspaceId 7",
        "0102",
        "Account AC1 has no number 0102 in workspace 7. Get-UponAiNumber without -Number returns all numbers.")]
    [InlineData(
        "Get-UponAiNumber 101, 14155550100",
        "14155550100",
        "Account AC1 has no number 14155550100. Did you mean +14155550100? A spreadsheet drops the +.")]
    public async Task A_missing_number_is_an_error_and_the_others_are_listed(
        string script,
        string target,
        string message)
    {
        await using var platform = await AnsweringAsync(Numbers);

        var outcome = await platform.RunAsync(script);

        Assert.Equal(["101"], outcome.Texts);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal(
            ("UponAi.NotFound", message, target),
            (error.Id(), error.Exception.Message, $"{error.TargetObject}"));
    }

    [Theory]
    [InlineData("Get-UponAiNumber '+1415 555-O100', 101", "UponAi.InvalidNumber")]
    [InlineData("'+1415 555-O100', '101' | Get-UponAiNumber", "UponAi.InvalidNumber")]
    [InlineData("$null, '101' | Get-UponAiNumber", "UponAi.InvalidRow")]
    [InlineData(
        "[pscustomobject]@{ Nummer = '1' }, [pscustomobject]@{ Number = '101' } | Get-UponAiNumber",
        "UponAi.InvalidNumber")]
    [InlineData("'[', '101' | Get-UponAiNumber", "UponAi.InvalidRow")]
    public async Task An_invalid_input_is_an_error_and_the_others_are_listed(string script, string id)
    {
        await using var platform = await AnsweringAsync(Numbers);

        var outcome = await platform.RunAsync(script);

        Assert.Equal(["101"], outcome.Texts);
        Assert.Equal([id], outcome.ErrorIds);
    }

    [Theory]
    [InlineData("Get-UponAiNumber -AgentId '['")]
    [InlineData("Get-UponAiNumber '['")]
    [InlineData("'[' | Get-UponAiNumber")]
    [InlineData("Get-UponAiNumber -Number $null")]
    [InlineData("Get-UponAiNumber -Number @()")]
    [InlineData("Get-UponAiNumber -AgentId ''")]
    public async Task An_empty_filter_lists_nothing(string script)
    {
        await using var platform = await AnsweringAsync(Numbers);

        (await platform.RunAsync(script)).SingleError();

        Assert.Empty(platform.Server.Requests);
    }

    [Fact]
    public async Task Accounts_of_rows_are_listed_once_each()
    {
        await using var platform = await AnsweringAsync(Numbers);

        var outcome = await platform.RunAsync(
            "[pscustomobject]@{ Number = 101; AccountSid = 'AC/2' }, [pscustomobject]@{ Number = '0102' "
            + "}, [pscustomobject]@{ Number = '0102'; account_sid = 'AC/2' } | Get-UponAiNumber -Verbose");

        Assert.Equal(["101", "0102", "0102"], outcome.Texts);
        Assert.Equal(
            ["/api/numbers/AC%2F2", "/api/numbers/AC1"],
            platform.Server.Requests.Select(request => request.Target));
        Assert.Equal(
            ["Account AC/2 has 6 numbers.", "Account AC1 has 6 numbers."],
            outcome.Verbose.Where(line => line.StartsWith("Account", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(
        404,
        "UponAi.NotFound",
        "The platform has no account AC1, or does not offer a list of the numbers of account AC1 (status 404): No.")]
    [InlineData(
        405,
        "UponAi.RequestFailed",
        "The platform does not offer a list of the numbers of account AC1 (status 405): No.")]
    [InlineData(403, "UponAi.Forbidden", "The token may not list the numbers of account AC1 (status 403): No.")]
    public async Task A_platform_without_the_list_is_one_error(int status, string id, string message)
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(_ => Reply.Json(UpdateAnswers.Error("No."), status)));

        var error = (await platform.RunAsync("'101', '102' | Get-UponAiNumber")).SingleError();

        Assert.Equal((id, message), (error.Id(), error.Exception.Message));
    }

    [Theory]
    [InlineData("Get-UponAiNumber", "UponAi.NotConnected")]
    [InlineData("Get-UponAiAgent", "UponAi.NotConnected")]
    public async Task Without_a_connection_it_says_so(string script, string id)
    {
        using var engine = new Engine();

        Assert.Equal(id, (await engine.RunAsync(script)).SingleError().Id());
    }

    [Theory]
    [InlineData("Get-UponAiNumber")]
    [InlineData("Get-UponAiAgent")]
    [InlineData("Get-UponAiAgent agent_a -AllVersions")]
    public async Task Ctrl_C_ends_the_wait_at_once(string script)
    {
        await using var platform =
            await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(_ => Reply.Silence()), "");

        using var running = platform.Engine.Start(script);
        await platform.Server.WaitForRequestsAsync(1, TestTimeout.Token);
        running.Stop();

        var outcome = await running.EndAsync();
        Assert.Empty(outcome.Output);
        Assert.DoesNotContain(outcome.ErrorIds, error => error.StartsWith("UponAi", StringComparison.Ordinal));
        await platform.Server.WaitForClosedConnectionsAsync(1, TestTimeout.Token);
    }

    [Fact]
    public async Task The_sandbox_lists_the_whole_account_of_whatever_size()
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 20_000 });

        var outcome = await sandbox.Engine.RunAsync(
            "$all = Get-UponAiNumber; $all.Count; ($all | Where-Object WorkspaceId -eq 2).Count; "
            + "(Get-UponAiNumber '+1999*').Count");

        Assert.Equal(["20019", "5", "20000"], outcome.Texts);
    }

    private static Task<ConnectedPlatform> AnsweringAsync(string body) =>
        ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(_ => Reply.Json(body)));
}
