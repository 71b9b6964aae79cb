using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.CompareAssignment;

/// <summary>
/// Tests agents and versions that a workspace does not list: a preview warns, and -VerifyAgents refuses.
/// </summary>
public sealed class VerifyAgentsTests
{
    private const string First = "agent_d3c2df14e163c7ca8ac5b1bf38";
    private const string Second = "agent_1f864a29b7c2ab407103c88335";
    private const string Misspelt = "agent_d3c2df14e163c7ca8ac5b1bf83";

    private const string NotListed =
        $"Workspace 7 lists no agent '{Misspelt}'. Did you mean '{First}'?";

    private const string Rows =
        $$"""
        $rows = @{ Number = '101'; InboundAgents = '{{First}}@4' }, @{ Number = '102'; InboundAgents = '{{Misspelt}}' },
            @{ Number = '103'; OutboundAgents = '{{First}}=50%;{{Misspelt}}=50%' },
            @{ Number = '104'; InboundAgents = '{{First}}@9' },
            @{ Number = '105'; InboundAgents = '{{First}}@2'; OutboundAgents = '{{Second}}' },
            @{ Number = '106'; InboundAgents = 'none'; TimeRouting = $true }

        """;

    [Fact]
    public async Task VerifyAgents_refuses_rows_before_anything_of_them_is_sent()
    {
        await using var platform = await ListedAsync();

        var outcome = await platform.RunAsync(Rows + "$rows | Set-UponAiNumberAssignment -VerifyAgents");

        Assert.Equal(["101", "105", "106"], outcome.Texts);
        Assert.Equal(["101", "105", "106"], platform.ChangedNumbers().Order());
        Assert.Equal(Enumerable.Repeat("UponAi.UnknownAgent", 3), outcome.ErrorIds);
        Assert.Equal(
            [
                $"102: {NotListed}",
                $"103: {NotListed}",
                $"104: Workspace 7 lists no version 9 of the agent '{First}'. The nearest is {First}@4. "
                + $"Get-UponAiAgent {First} -AllVersions shows the versions.",
            ],
            outcome.Errors.Select(error => error.Exception.Message));
        Assert.Equal(
            ["/api/agents", "/api/agents", $"/api/agents/{First}/versions"],
            platform.Server.Requests.Where(request => request.Method == "GET").Select(
                request => request.Target.Split('?')[0]));
    }

    [Theory]
    [InlineData("$rows | Compare-UponAiNumberAssignment")]
    [InlineData("$rows | Set-UponAiNumberAssignment -WhatIf")]
    [InlineData("$rows | Set-UponAiNumberAssignment -WhatIf -SkipUnchanged")]
    public async Task A_preview_warns_once_about_each_agent_and_version(string script)
    {
        await using var platform = await ListedAsync();

        var outcome = await platform.RunAsync(Rows + script);

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            [
                $"{NotListed} The first row with it is for 102.",
                $"Workspace 7 lists no version 9 of the agent '{First}'. The nearest is {First}@4. "
                    + $"Get-UponAiAgent {First} -AllVersions shows the versions. The first row with it is for 104.",
            ],
            outcome.Warnings);
        Assert.Empty(platform.ChangedNumbers());
    }

    [Fact]
    public async Task A_change_without_VerifyAgents_asks_for_no_agents()
    {
        await using var platform = await ListedAsync();

        var outcome = await platform.RunAsync(Rows + "$rows | Set-UponAiNumberAssignment");

        Assert.Equal(6, outcome.Output.Count);
        Assert.All(platform.Server.Requests, request => Assert.Equal("PUT", request.Method));
    }

    [Fact]
    public async Task Rows_without_agents_need_no_list()
    {
        await using var platform = await ListedAsync();

        var outcome = await platform.RunAsync(
            "@{ Number = '101'; InboundAgents = 'none'; TimeRouting = $true } | "
            + "Set-UponAiNumberAssignment -VerifyAgents");

        Assert.Empty(outcome.Errors);
        Assert.Equal(["PUT"], platform.Server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Each_workspace_has_its_own_list()
    {
        await using var platform = await AnsweringAsync(request =>
            Reply.Json(Agents(request.Target.Contains("workspaceId=8", StringComparison.Ordinal) ? Second : First)));

        var outcome = await platform.RunAsync(
            $$"""
            @{ Number = '101'; InboundAgents = '{{First}}' },
            @{ Number = '102'; InboundAgents = '{{Second}}'; WorkspaceId = 8 },
            @{ Number = '103'; InboundAgents = '{{First}}'; WorkspaceId = 8 },
            @{ Number = '104'; InboundAgents = '{{First}}'; WorkspaceId = 7 } |
                Set-UponAiNumberAssignment -VerifyAgents
            """);

        Assert.Equal(["101", "102", "104"], outcome.Texts);
        Assert.Equal(
            $"103: Workspace 8 lists no agent '{First}'. Get-UponAiAgent shows the agents of the workspace.",
            Assert.Single(outcome.Errors).Exception.Message);
        Assert.Equal(2, platform.Server.Requests.Count(request => request.Method == "GET" && !IsFurtherPage(request)));
    }

    [Theory]
    [InlineData("$rows | Compare-UponAiNumberAssignment", 6)]
    [InlineData("$rows | Set-UponAiNumberAssignment -WhatIf", 0)]
    public async Task A_list_that_is_not_available_is_one_warning_and_blocks_nothing(string script, int results)
    {
        await using var platform = await AnsweringAsync(_ => Reply.Json("""{"error":"no"}""", 403));

        var outcome = await platform.RunAsync(Rows + script);

        Assert.Empty(outcome.Errors);
        Assert.Equal(results, outcome.Output.Count);
        Assert.StartsWith("Agents were not checked: ", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Single(platform.Server.Requests, ListingPlatform.IsForAgents);
    }

    [Fact]
    public async Task With_VerifyAgents_such_a_list_is_an_error_of_each_row_that_needs_it()
    {
        await using var platform = await AnsweringAsync(_ => Reply.Json("""{"error":"no"}""", 403));

        var outcome = await platform.RunAsync(Rows + "$rows | Set-UponAiNumberAssignment -VerifyAgents");

        Assert.Equal(["106"], outcome.Texts);
        Assert.Equal(Enumerable.Repeat("UponAi.Forbidden", 5), outcome.ErrorIds);
        Assert.StartsWith(
            "101: -VerifyAgents was given, and the agents cannot be checked: ",
            outcome.Errors[0].Exception.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, platform.Server.Requests.Count(request => request.Method == "GET"));
    }

    [Fact]
    public async Task Versions_that_cannot_be_listed_concern_only_rows_with_such_a_version()
    {
        await using var platform = await AnsweringAsync(request =>
            request.Target.Contains("/versions", StringComparison.Ordinal)
                ? Reply.Json("""{"error":"no"}""", 500)
                : Reply.Json(Agents(First, Second)));

        var outcome = await platform.RunAsync(
            $$"""
            $rows = @{ Number = '101'; InboundAgents = '{{First}}@4' },
            @{ Number = '102'; InboundAgents = '{{First}}@2' }, @{ Number = '103'; InboundAgents = '{{First}}@1' },
                @{ Number = '104'; InboundAgents = '{{Second}}@1' }
            $rows | Set-UponAiNumberAssignment -VerifyAgents
            $rows | Compare-UponAiNumberAssignment | Out-Null
            """);

        Assert.Equal(["101"], outcome.Texts);
        Assert.Equal(Enumerable.Repeat("UponAi.ServiceUnavailable", 3), outcome.ErrorIds);
        Assert.StartsWith("Agents were not checked: ", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        // Each command warns once about each agent.
        Assert.Equal(
            4,
            platform.Server.Requests.Count(request => request.Target.Contains("/versions", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_agent_whose_row_cannot_be_read_is_not_called_missing()
    {
        await using var platform = await AnsweringAsync(_ => Reply.Json(
            $$"""[{"agent_id":"{{First}}","version":"prod"},{"version":3},{"agent_id":"{{Second}}","version":0}]"""));

        var outcome = await platform.RunAsync(
            $$"""
            '{{First}}', '{{Second}}', '{{Misspelt}}' |
                ForEach-Object { $i = 100 } { @{ Number = ++$i; InboundAgents = $_ } } |
                Set-UponAiNumberAssignment -VerifyAgents
            """);

        Assert.Equal(["101", "102"], outcome.Texts);
        Assert.Equal(["UponAi.InvalidResponse"], outcome.ErrorIds);
        Assert.Contains(
            $"may have the agent '{Misspelt}' in a row that cannot be read",
            outcome.Errors[0].Exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_refuses_the_rows_of_a_plan_and_names_their_lines()
    {
        using var folder = new PlanFolder();
        folder.Write(
            "plan.csv",
            $"Number,InboundAgents,WorkspaceId\n101,{First},\n102,{Misspelt},\n103,{First},8\n104,none,\n");
        folder.Write(
            "agents.csv",
            $"Number,Direction,AgentId,AgentVersion\n105,Inbound,{First},2\n106,Inbound,{First},3\n");
        await using var platform = await ListedAsync();

        var outcome = await folder.RunAsync(
            platform.Engine,
            """
            Import-UponAiNumberAssignment plan.csv, agents.csv -VerifyAgents -WarningAction SilentlyContinue
            Import-UponAiNumberAssignment plan.csv, agents.csv -VerifyAgents -SkipInvalid -ErrorAction SilentlyContinue
            """);

        Assert.Equal(["UponAi.UnknownAgent", "UponAi.Forbidden", "UponAi.UnknownAgent"], outcome.ErrorIds);
        Assert.Equal($"plan.csv, line 3: 102: {NotListed}", outcome.Errors[0].Exception.Message);
        Assert.StartsWith(
            "plan.csv, line 4: 103: -VerifyAgents was given, and the agents cannot be checked: ",
            outcome.Errors[1].Exception.Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "agents.csv, line 3: 106: Workspace 7 lists no version 3 ",
            outcome.Errors[2].Exception.Message,
            StringComparison.Ordinal);
        Assert.Equal(["101", "104", "105"], outcome.Texts);
    }

    [Fact]
    public async Task Import_needs_a_connection_only_to_verify()
    {
        using var folder = new PlanFolder();
        folder.Write("plan.csv", "Number,InboundAgents\n101,agent_a\n102,agent_b\n");
        await using var platform = await AnsweringAsync(_ => Reply.Json(Agents("agent_a")));

        var outcome = await folder.RunAsync(
            platform.Engine,
            """
            $c = Get-UponAiConnection
            Import-UponAiNumberAssignment plan.csv -VerifyAgents -WorkspaceId 9 -Connection $c -SkipInvalid `
                -ErrorAction SilentlyContinue
            Import-UponAiNumberAssignment plan.csv -WorkspaceId 9
            Disconnect-UponAi
            Import-UponAiNumberAssignment plan.csv -VerifyAgents
            """);

        Assert.Equal(["101", "101", "102"], outcome.Texts);
        Assert.All(
            platform.Server.Requests,
            request => Assert.Contains("workspaceId=9", request.Target, StringComparison.Ordinal));
        Assert.StartsWith(
            "-WorkspaceId has no effect without -VerifyAgents",
            Assert.Single(outcome.Warnings),
            StringComparison.Ordinal);
        Assert.Equal(["UponAi.NotConnected"], outcome.ErrorIds);
    }

    [Fact]
    public async Task Without_a_connection_a_preview_shows_the_change_and_warns_of_nothing()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync("101, 102 | Set-UponAiNumberAssignment -InboundAgent agent_a -WhatIf");

        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
    }

    /// <summary>A platform that lists the latest versions of two agents, 4 and 0.</summary>
    private static Task<ConnectedPlatform> ListedAsync() => AnsweringAsync(request =>
        !request.Target.Contains("workspaceId=7", StringComparison.Ordinal) ? Reply.Json("""{"error":"no"}""", 403)
        : request.Target.Contains($"/{First}/versions", StringComparison.Ordinal)
            ? Reply.Json(
                "[" + string.Join(
                    ",",
                    new[] { 0, 1, 2, 4 }.Select(
                        version => $$"""{"agent_id":"{{First}}","version":{{version}}}""")) + "]")
        : Reply.Json(
            $$"""[{"agent_id":"{{First}}","version":4,"agent_name":"Reception"}"""
            + $$""",{"agent_id":"{{Second}}","version":0}]"""));

    private static Task<ConnectedPlatform> AnsweringAsync(Func<ReceivedRequest, Reply> agents) =>
        ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            !request.Target.StartsWith("/api/agents", StringComparison.Ordinal) ? ConnectedPlatform.Agree(request)
            : IsFurtherPage(request) ? Reply.Json("[]")
            : agents(request)));

    private static string Agents(params string[] ids) =>
        "[" + string.Join(",", ids.Select(id => $$"""{"agent_id":"{{id}}","version":4}""")) + "]";

    private static bool IsFurtherPage(ReceivedRequest request) =>
        request.Target.Contains("paginationKey", StringComparison.Ordinal);
}
