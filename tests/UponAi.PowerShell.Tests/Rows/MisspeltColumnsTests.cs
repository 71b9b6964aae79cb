using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>
/// Tests the warning about a misspelt column. Without the warning, the old agent would silently stay bound.
/// </summary>
public sealed class MisspeltColumnsTests
{
    [Theory]
    [InlineData("InbundAgents", "InboundAgents")]
    [InlineData("Inbound Agents", "InboundAgents")]
    [InlineData("inbound-agent-id", "InboundAgentId")]
    [InlineData("InboundAgentVersoin", "InboundAgentVersion")]
    [InlineData("OutbuondAgent", "OutboundAgent")]
    [InlineData("InboundPerson", "InboundAgents")]
    [InlineData("Web_hook", "Webhook")]
    [InlineData("time-ruoting", "TimeRouting")]
    [InlineData("Work space id", "WorkspaceId")]
    [InlineData("acount_sid", "account_sid")]
    [InlineData("Agent Version", "AgentVersion")]
    [InlineData("Agent", "AgentId")]
    public async Task A_column_that_is_nearly_known_is_named_with_the_one_that_is_meant(string column, string meant)
    {
        var expected = $"Column '{column}' is not known and was not read. Did you mean '{meant}'?";
        var row = $"@{{ Number = '101'; TimeRouting = $true; '{column}' = 'agent_a' }}";

        Assert.Equal([expected], await WarningsAsync($"{row} | Set-UponAiNumberAssignment"));
        Assert.Equal([expected], await WarningsAsync($"[pscustomobject]{row} | Set-UponAiNumberAssignment -WhatIf"));
    }

    [Fact]
    public async Task A_name_is_named_once_a_run_and_again_in_the_next()
    {
        const string Run =
            "101..103 | ForEach-Object { [pscustomobject]@{ Number = $_; TimeRouting = $true; "
            + "InbundAgents = 'agent_a'; OutbundAgents = 'agent_a' } } | Set-UponAiNumberAssignment";

        Assert.Equal(2, (await WarningsAsync(Run)).Count);
        Assert.Equal(4, (await WarningsAsync($"{Run}; {Run}")).Count);
    }

    [Theory]
    [InlineData("Site")]
    [InlineData("Name")]
    [InlineData("Comment")]
    [InlineData("Id")]
    [InlineData("base_number")]
    [InlineData("base number")]
    [InlineData("default_agent_id")]
    [InlineData("platform_import_error_message")]
    [InlineData("isTimeRoutingEnabled")]
    [InlineData("outboundAgentVersion")]
    [InlineData("inbound_recording")]
    [InlineData("outbound_agent_ids")]
    [InlineData("PSComputerName")]
    public async Task A_column_that_is_known_or_means_something_else_is_not_named(string column) =>
        Assert.Empty(
            await WarningsAsync(
                $"@{{ Number = '101'; InboundAgents = 'agent_a'; '{column}' = $null }} | Set-UponAiNumberAssignment"));

    [Theory]
    [InlineData("Number = '101'; InbundAgents = 'agent_a'; Site = 'x'", "UponAi.NothingToSet")]
    [InlineData("Telephone = '101'; InboundAgents = 'agent_a'", "UponAi.InvalidNumber")]
    public async Task The_columns_that_were_not_understood_are_in_the_error_that_they_cause(string cells, string id)
    {
        var error = await ConnectedPlatform.RefusalOfAsync(
            $"[pscustomobject]@{{ {cells} }} | Set-UponAiNumberAssignment -WarningAction SilentlyContinue");

        Assert.Equal(id, error.Id());
        Assert.EndsWith(
            id == "UponAi.NothingToSet"
                ? " Unknown columns: 'InbundAgents', 'Site'."
                : " Unknown columns: 'Telephone'.",
            error.Message(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_of_many_unknown_columns_are_named()
    {
        var error = await ConnectedPlatform.RefusalOfAsync(
            "$row = [ordered]@{ Number = '101' }; 1..20 | ForEach-Object { $row[\"Field$_\"] = 'x' }; "
            + "[pscustomobject]$row | Set-UponAiNumberAssignment");

        Assert.EndsWith(
            " Unknown columns: 'Field1', 'Field2', 'Field3', 'Field4', 'Field5', 'Field6', 'Field7', "
            + "'Field8' and 12 more.",
            error.Message(),
            StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(string script)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        var outcome = await platform.RunAsync(script);
        Assert.Empty(outcome.Errors);
        return outcome.Warnings;
    }
}
