using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Listing;

/// <summary>Tests that the output of Get-UponAiNumber, piped back at once or later, restores the same state.</summary>
public sealed class RoundTripTests
{
    private const string Serialized = "[Management.Automation.PSSerializer]::Deserialize("
        + "[Management.Automation.PSSerializer]::Serialize($all, 2))";

    // The properties of an object that remain after Export-Csv and Import-Csv.
    private const string Texts =
        "$all | ForEach-Object { $texts = @{}; foreach ($m in $_.PSObject.Properties) { "
        + "$texts[$m.Name] = if ($null -eq $m.Value) { '' } else { $m.Value.ToString() } }; [pscustomobject]$texts }";

    private const string Spoil =
        "$all.Number | Set-UponAiNumberAssignment -InboundAgent 'agent_night=70%;agent_sales@1' "
        + "-OutboundAgent agent_night@0 -InboundWebhookUrl https://hooks.example.com/other -TimeRouting $true "
        + "-ErrorAction SilentlyContinue";

    [Fact]
    public async Task Piped_back_as_they_are_numbers_stay_as_they_are()
    {
        await using var sandbox = await StartAsync();
        var before = await PlatformState.ListAsync(sandbox.Server);

        var outcome = await sandbox.Engine.RunAsync(
            "$all = Get-UponAiNumber; ($all | Set-UponAiNumberAssignment).Count -eq $all.Count");

        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
        Assert.Equal(["True"], outcome.Texts);
        Assert.Equal(before, await PlatformState.ListAsync(sandbox.Server));
        Assert.Equal(1, ConnectedSandbox.Applied(sandbox.Server, "+14155550100"));
    }

    [Theory]
    [InlineData("$all")]
    [InlineData(Serialized)]
    [InlineData(Texts, "Column 'OutboundAgents' of +14155550101 is blank")]
    public async Task Kept_and_piped_back_later_they_restore(string kept, params string[] warnings)
    {
        await using var sandbox = await StartAsync();
        var before = await PlatformState.ListAsync(sandbox.Server);

        var outcome = await sandbox.Engine.RunAsync(
            $"$all = Get-UponAiNumber; $kept = {kept}; $null = {Spoil} -WorkspaceId 1; $null = {Spoil} "
            + $"-WorkspaceId 2; $kept | Set-UponAiNumberAssignment | ForEach-Object {{ 'restored' }}");

        Assert.Equal(19 + 20, outcome.Texts.Count);
        Assert.Equal(warnings, outcome.Warnings.Select(warning => warning.Split(',')[0]));
        Assert.Equal(before, await PlatformState.ListAsync(sandbox.Server));
        Assert.True(ConnectedSandbox.Applied(sandbox.Server, "+14155550100") >= 2);
    }

    /// <summary>
    /// A number with a lone agent keeps the agent, even if the platform reports only its id. A null id without a list
    /// changes nothing.
    /// </summary>
    [Theory]
    [InlineData(
        """{"number":"101","inbound_agent_id":"agent_a","inbound_agent_version":0}""",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":0,"weight":1}]}""")]
    [InlineData(
        """{"number":"101","agent_id":"agent_b","outbound_agent_version":null,"inbound_agents":[]}""",
        """{"outboundAgentId":"agent_b","inboundAgents":[]}""")]
    public async Task A_lone_agent_stays_the_agent(string number, string change)
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Method == "GET" ? Reply.Json($"[{number}]") : ConnectedPlatform.Agree(request)));

        Assert.Empty(
            (await platform.RunAsync(
                    "Get-UponAiNumber | Set-UponAiNumberAssignment -AccountSid AC1 -WorkspaceId 7")).Errors);

        var put = platform.Server.Requests.Single(request => request.Method == "PUT");
        Assert.Equal("""{"accountSid":"AC1","workspaceId":7,""" + change[1..], put.Body);
    }

    private static Task<ConnectedSandbox> StartAsync() =>
        ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 20 });
}
