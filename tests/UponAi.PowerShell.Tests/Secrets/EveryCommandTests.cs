using System.Collections;
using System.Text;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Secrets;

/// <summary>
/// Tests every command with every stream, and with responses that repeat the token or redirect. The token is only in
/// the Authorization header.
/// </summary>
public sealed class EveryCommandTests
{
    internal const string StreamsOn =
        "$VerbosePreference = $DebugPreference = $InformationPreference = $ProgressPreference = 'Continue'\n";

    internal const string DumpAll =
        """

        foreach ($thing in @(Get-UponAiConnection) + $shown + $Error) {
            "$thing"
            $thing | Out-Default
            foreach ($property in $thing.PSObject.Properties) { "$($property.Name)=$($property.Value)" }
            [Management.Automation.PSSerializer]::Serialize($thing, 2)
        }
        foreach ($record in $Error) {
            $record.InvocationInfo.PositionMessage
            $record.ScriptStackTrace
            for ($cause = $record.Exception; $cause; $cause = $cause.InnerException) {
                "$cause"
                $cause.Data.Keys
                $cause.Data.Values
            }
        }
        """;

    /// <summary>A SecureString in Clixml on a system that does not encrypt it.</summary>
    private static readonly string AsStored = Convert.ToHexString(Encoding.Unicode.GetBytes(ConnectedPlatform.Token));

    /// <summary>
    /// The script for each command. <c>$shown</c> gets its output. <c>$journal</c> and <c>$file</c> are paths.
    /// </summary>
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["Connect-UponAi"] =
            """
            $there = @{ AccountSid = 'AC1'; WorkspaceId = 7; BaseUri = $uri; MaximumRetryCount = 0 }
            $shown = Connect-UponAi -Token $token @there -PassThru
            try { Connect-UponAi -Token $token -BaseUri http://platform.example } catch { }
            try { Connect-UponAi -Token $text } catch { }
            try { Connect-UponAi -Token $token -BaseUri "https://user:$text@platform.example" } catch { }
            try { Connect-UponAi -Token $token -BaseUri "https://platform.example/?token=$text" } catch { }
            """,
        ["Disconnect-UponAi"] =
            """
            $shown = Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri -PassThru
            Disconnect-UponAi
            Set-UponAiNumberAssignment 101 agent_a -Connection $shown
            """,
        ["Get-UponAiConnection"] = "$shown = Get-UponAiConnection",
        ["New-UponAiAgentRef"] = "$shown = New-UponAiAgentRef agent_a 3 0.5; New-UponAiAgentRef 'agent a'",
        ["Set-UponAiNumberAssignment"] =
            """
            $shown = 101..105 | Set-UponAiNumberAssignment -InboundAgent agent_a -JournalPath $journal
            101 | Set-UponAiNumberAssignment -InboundAgent agent_a -WhatIf
            101 | Set-UponAiNumberAssignment -InboundAgent agent_b@9 -VerifyAgents -RequireVersion
            Set-UponAiNumberAssignment 'no number' -InboundAgent agent_a
            """,
        ["Clear-UponAiNumberAssignment"] =
            """
            $shown = 101..105 | Clear-UponAiNumberAssignment -Confirm:$false -JournalPath $journal
            101 | Clear-UponAiNumberAssignment -WhatIf
            New-UponAiAgentRef agent_a | Clear-UponAiNumberAssignment -Number 101 -Confirm:$false
            """,
        ["Get-UponAiJournal"] =
            """
            101, 102 | Set-UponAiNumberAssignment -InboundAgent agent_b -JournalPath $journal
            $shown = Get-UponAiJournal $journal
            Get-UponAiJournal "$journal.none"
            """,
        ["Restore-UponAiNumberAssignment"] =
            """
            101, 102 | Set-UponAiNumberAssignment -InboundAgent agent_b -JournalPath $journal
            $shown = Restore-UponAiNumberAssignment $journal -Confirm:$false
            Restore-UponAiNumberAssignment $journal -Force -WhatIf
            """,
        ["Get-UponAiNumber"] = "$shown = Get-UponAiNumber; Get-UponAiNumber 999",
        ["Get-UponAiAgent"] = "$shown = Get-UponAiAgent; Get-UponAiAgent agent_a -AllVersions",
        ["Get-UponAiWorkspace"] = "$shown = Get-UponAiWorkspace; Get-UponAiWorkspace 99",
        ["Test-UponAiConnection"] = "$shown = Test-UponAiConnection; Test-UponAiConnection -Quiet",
        ["Compare-UponAiNumberAssignment"] =
            """
            $shown = @{ Number = '101'; InboundAgents = 'agent_b' }, @{ Number = '999' } |
                Compare-UponAiNumberAssignment
            """,
        ["Export-UponAiNumberAssignment"] =
            """
            $shown = @{ Number = '101'; InboundAgents = 'agent_b' }, @{ Number = 'no number' } |
                Export-UponAiNumberAssignment -Path $file
            """,
        ["Import-UponAiNumberAssignment"] =
            """
            @{ Number = '101'; InboundAgents = 'agent_b' } | Export-UponAiNumberAssignment -Path $file
            $shown = Import-UponAiNumberAssignment -Path $file
            Import-UponAiNumberAssignment -Path $file -VerifyAgents
            Import-UponAiNumberAssignment -Path $file -RequireVersion
            Import-UponAiNumberAssignment -Path "$file.none"
            """,
    };

    /// <summary>
    /// The platforms that the Pester tests do not have. Those tests use platforms that accept, repeat the token in an
    /// error of any status, or do not exist.
    /// </summary>
    private static readonly Dictionary<string, Func<ReceivedRequest, Reply>> Platforms = new()
    {
        ["repeats the headers in a page"] = request =>
            Reply.Text($"<html>{request.Header("Authorization")}</html>", "text/html"),
        ["repeats the headers in an import error"] = request => Reply.Json(UpdateAnswers.Of(
            UpdateAnswers.Number(
                request.Target.Split('/')[^2],
                "\"platform_import_error\":true",
                $"\"platform_import_error_message\":\"{request.Header("Authorization")}\""))),
        ["repeats the headers as if they were its own"] = request =>
            Reply.Raw($"HTTP/1.1 200 OK\r\nAuthorization {request.Header("Authorization")}\r\n\r\n").ThenClose(),
        ["points elsewhere"] = _ => Reply.Json("{}", 302, ("Location", "https://elsewhere.example.com/")),
    };

    public static MatrixTheoryData<string, string> Cases => new([.. Scripts.Keys], [.. Platforms.Keys]);

    [Fact]
    public async Task Every_command_of_the_module_is_tried_here()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync("(Get-Module UponAi).ExportedCommands.Keys");

        Assert.Equal(outcome.Texts.Order(), Scripts.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_stream_no_object_no_file_and_no_variable_shows_the_token(string command, string what)
    {
        using var journal = new JournalPath();
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(Platforms[what]));

        var outcome = await platform.RunAsync(
            StreamsOn + Scripts[command] + DumpAll,
            ("token", ConnectedPlatform.Secret),
            ("text", ConnectedPlatform.Token),
            ("uri", platform.Server.BaseUri),
            ("journal", journal.Value),
            ("file", journal.Value + ".csv"));

        Assert.All(
            platform.Server.Requests,
            request => Assert.Equal("Bearer " + ConnectedPlatform.Token, request.Header("Authorization")));
        AssertNoToken(outcome.AllText());
        AssertNoToken([platform.Engine.Screen.Written]);
        AssertNoToken(Directory.EnumerateFiles(Path.GetDirectoryName(journal.Value)!).Select(File.ReadAllText));
        // The environment that a child process would inherit.
        AssertNoToken(
            Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => $"{variable.Value}"));
    }

    // The position of an error contains the text of the script, which has $text but not its value.
    internal static void AssertNoToken(IEnumerable<string> texts) => Assert.DoesNotContain(
        texts,
        text =>
            text.Contains(ConnectedPlatform.Token, StringComparison.Ordinal) || text.Contains(
                AsStored,
                StringComparison.OrdinalIgnoreCase));
}
