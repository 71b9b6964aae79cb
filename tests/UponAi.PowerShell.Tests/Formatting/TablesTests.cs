using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Formatting;

/// <summary>Tests the tables and lists at 120 columns.</summary>
public sealed class TablesTests
{
    [Fact]
    public async Task Phone_numbers_are_a_table_with_an_agent_a_line_and_clean_text()
    {
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(number =>
            Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(number, GetMembers(number)))));

        await platform.RunAsync(
            "$ProgressPreference = 'SilentlyContinue'; '+14155550100', '101', '102', '103' | "
            + "Set-UponAiNumberAssignment -TimeRouting $true -ErrorAction SilentlyContinue | Out-Default");

        AssertWritten(
            """

            Number             Workspace Assignment
            ------             --------- ----------
            +14155550100               7 in    agent_a@3 90%
                                               agent_b 10%
                                         out   agent_out@2
                                         time  on
            101
            102                          hook  https://a.example/ab c
                                         error No trunk.
            103                          in    agent_a@0
                                         out   agent_b
                                         error The telephone platform did not import the number.


            """,
            platform.Engine);
    }

    [Fact]
    public async Task Agents_are_a_table()
    {
        using var engine = new Engine();

        await engine.RunAsync(
            "(New-UponAiAgentRef agent_a 3 0.125), (New-UponAiAgentRef agent_b 0), (New-UponAiAgentRef "
            + "agent_c) | Out-Default");

        AssertWritten(
            """

            AgentId                                   Version     Weight
            -------                                   -------     ------
            agent_a                                         3      12.5%
            agent_b                                         0
            agent_c                                    latest


            """,
            engine);
    }

    [Fact]
    public async Task Agents_that_the_platform_reports_are_shown_without_its_escape_sequences()
    {
        const string Agents = "\"inbound_agents\":[{\"agent_id\":\"agent_\\u001b]0;title\\u0007a\",\"weight\":1}]";
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("101", Agents))));

        await platform.RunAsync(
            "(Set-UponAiNumberAssignment 101 -TimeRouting $false -ErrorAction "
            + "SilentlyContinue).InboundAgents | Out-Default");

        Assert.Matches(@"agent_a +latest +100%", platform.Engine.Screen.Written);
    }

    [Fact]
    public async Task A_connection_is_a_list_without_the_token()
    {
        using var engine = new Engine();

        await engine.RunAsync(
            "Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -AttemptTimeout 30 -TotalTimeout "
            + "300 -BaseUri https://api.example.com -PassThru | Out-Default",
            ("token", ConnectedPlatform.Secret));

        AssertWritten(
            """

            BaseUri           : https://api.example.com/
            AccountSid        : AC1
            WorkspaceId       : 7
            AttemptTimeout    : 00:00:30
            TotalTimeout      : 00:05:00
            MaximumRetryCount : 4


            """,
            engine);
    }

    /// <summary>Compares without the spaces at the ends of lines.</summary>
    private static void AssertWritten(string expected, Engine engine) =>
        Assert.Equal(
            expected.ReplaceLineEndings("\n"),
            string.Join("\n", engine.Screen.Written.Split('\n').Select(line => line.TrimEnd())));

    private static string[] GetMembers(string number) => number switch
    {
        "101" => [],
        "102" =>
        [
            "\"inbound_webhook_url\":\"https://a.example/\\u001b]0;title\\u0007a\\u001b[31mb\\nc\"",
            "\"platform_import_error\":true",
            "\"platform_import_error_message\":\"No \\u001b[31mtrunk.\"",
        ],
        "103" =>
        [
            "\"platform_import_error\":true",
            "\"inbound_agent_id\":\"agent_a\"",
            "\"inbound_agent_version\":0",
            "\"agent_id\":\"agent_b\"",
        ],
        _ =>
        [
            "\"workspace_id\":7",
            "\"is_time_routing_enabled\":true",
            "\"outbound_agents\":[{\"agent_id\":\"agent_out\",\"agent_version\":2,\"weight\":1}]",
            "\"inbound_agents\":[{\"agent_id\":\"agent_a\",\"agent_version\":3,\"weight\":0.9},"
                + "{\"agent_id\":\"agent_b\",\"weight\":0.1}]",
        ],
    };
}
