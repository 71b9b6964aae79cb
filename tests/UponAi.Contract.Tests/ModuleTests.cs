using System.Diagnostics;
using System.Globalization;
using UponAi.Contract.Tests.Judging;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.Contract.Tests;

/// <summary>
/// Tests the module that ships in a separate engine process, with the judge between the module and the sandbox.
/// </summary>
public sealed class ModuleTests
{
    private const string Script = """
        $ErrorActionPreference = 'Stop'
        Set-UponAiNumberAssignment '+1 (415) 555-0103' 'agent_reception@3=90%;agent_sales=10%' `
            -OutboundAgent agent_sales@0 -InboundWebhookUrl 'https://example.com/hook?a=1' -TimeRouting $true
        Set-UponAiNumberAssignment '+14155550103' -OutboundAgent 'agent_sales;agent_support'
        Set-UponAiNumberAssignment '+14155550103' -InboundAgent none -InboundWebhookUrl none -TimeRouting $false
        Set-UponAiNumberAssignment '+14155550100;ext=7', '0102' agent_night
        @{
            Number                = '101'
            inbound_agent_id      = 'agent_sales'
            inbound_agent_version = 2
            OutboundAgents        = 'none'
            InboundWebhookUrl     = ''
        } | Set-UponAiNumberAssignment
        'agent_sales', 'agent_support@4' | New-UponAiAgentRef | Set-UponAiNumberAssignment -Number '+14155550104'
        Set-UponAiNumberAssignment '+14155550110' agent_support -WorkspaceId 2
        Clear-UponAiNumberAssignment '+14155550101' -Confirm:$false
        Clear-UponAiNumberAssignment '+14155550101' -Webhook -Confirm:$false
        Clear-UponAiNumberAssignment '+14155550105' -Inbound -Outbound -Confirm:$false
        Get-UponAiNumber
        @{ Number = '101'; InboundAgents = 'agent_support' } | Compare-UponAiNumberAssignment
        """;

    [Fact]
    public async Task Every_command_asks_what_the_contract_allows()
    {
        await using var server = await SandboxServer.StartAsync(new(), TestTimeout.Token);
        await using var judge = await Judge.BeforeAsync(server.BaseUri);

        var (exitCode, said) = await RunAsync(judge.BaseUri);

        Assert.True(exitCode == 0, said);
        Assert.DoesNotContain("WARNING", said, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("", judge.Objections);
        Assert.Equal(server.Requests.Total, server.Requests.ByStatus[200]);
        // Twelve commands, one of which sets two numbers, and two pages of agents for the comparison.
        Assert.Equal(15, server.Requests.Total);
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(Uri platform)
    {
        var start = new ProcessStartInfo("dotnet", [RepositoryFiles.Host, "-NoProfile", "-Command", Script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["UPONAI_BASE_URI"] = platform.ToString(),
                ["UPONAI_TOKEN"] = SandboxIds.Token,
                ["UPONAI_ACCOUNT_SID"] = SandboxIds.AccountSid,
                ["UPONAI_WORKSPACE_ID"] = SandboxIds.WorkspaceId.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestTimeout.Token);
            var error = process.StandardError.ReadToEndAsync(TestTimeout.Token);
            await process.WaitForExitAsync(TestTimeout.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
