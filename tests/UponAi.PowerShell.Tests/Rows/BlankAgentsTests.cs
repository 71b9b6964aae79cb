using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>
/// Tests the warning about blank agents in a copy of a phone number. Whoever empties such a cell to keep the agents
/// would lose them.
/// </summary>
public sealed class BlankAgentsTests
{
    private const string Removed =
        "Column 'InboundAgents' of 101 is blank, and the column ReturnedProperties marks a complete state. This "
        + "removes the agents. " + Fix;

    private const string Lone =
        "Column 'OutboundAgents' of 101 is blank, and the column ReturnedProperties marks a complete state. This "
        + "gives all calls to 'agent_a' of column 'AgentId'. " + Fix;

    private const string Fix =
        "To keep the agents, leave out ReturnedProperties and all columns that you did not edit, except Number, "
        + "AccountSid and WorkspaceId. For files to edit, use Export-UponAiNumberAssignment. Further rows like this "
        + "cause no warning.";

    private const string Split = """[{"agent_id":"agent_a","weight":0.9},{"agent_id":"agent_b","weight":0.1}]""";

    // The rows 101 and 102 of Export-Csv and Import-Csv, edited by the script.
    private const string Rows = "$rows = Get-UponAiNumber | ConvertTo-Csv | ConvertFrom-Csv; ";

    [Theory]
    [InlineData("$rows | Set-UponAiNumberAssignment")]
    [InlineData("$rows | Set-UponAiNumberAssignment -WhatIf")]
    [InlineData("$rows | Compare-UponAiNumberAssignment")]
    public async Task Two_rows_with_blank_agents_cause_one_warning(string command)
    {
        Assert.Equal([Removed], await WarningsAsync(
            $"foreach ($row in $rows) {{ $row.InboundAgents = '' }}; {command}"));
        Assert.Equal([Lone], await WarningsAsync(
            $"foreach ($row in $rows) {{ $row.OutboundAgents = ''; $row.AgentId = 'agent_a' }}; {command}"));
    }

    [Fact]
    public async Task A_refused_row_causes_no_warning()
    {
        await using var platform = await PlatformAsync(Split);

        var outcome = await platform.RunAsync(
            Rows + "$rows[1].InboundAgents = $rows[0].InboundAgents = ''; $bad = $rows[1] | Select-Object *; "
            + "$bad.Number = 'x y'; $bad, $rows[0] | Set-UponAiNumberAssignment");

        Assert.Equal(["UponAi.InvalidNumber"], outcome.ErrorIds);
        Assert.Equal([Removed], outcome.Warnings);
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows[0].InboundAgents = 'none'; $rows")]
    [InlineData("$rows[0].InboundAgents = ''; $rows[0].InboundAgentId = 'none'; $rows")]
    [InlineData("$rows[0].InboundAgents = ''; $rows | Select-Object * -ExcludeProperty ReturnedProperties")]
    [InlineData("$rows | Select-Object * -ExcludeProperty InboundAgents")]
    public async Task A_full_a_typed_and_a_missing_value_cause_no_warning(string rows) =>
        Assert.Empty(await WarningsAsync($"$({rows}) | Set-UponAiNumberAssignment"));

    [Fact]
    public async Task A_parameter_for_the_blank_agents_causes_no_warning() =>
        Assert.Empty(await WarningsAsync(
            "$rows[0].InboundAgents = ''; $rows | Set-UponAiNumberAssignment -InboundAgent agent_c"));

    [Theory]
    [InlineData("Get-UponAiNumber")]
    [InlineData(
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize("
            + "(Get-UponAiNumber), 2))")]
    public async Task A_number_of_the_platform_or_a_job_causes_no_warning(string numbers) =>
        Assert.Empty(await WarningsAsync($"{numbers} | Set-UponAiNumberAssignment", inbound: "null"));

    [Fact]
    public async Task An_import_causes_one_warning_about_the_first_valid_row()
    {
        using var folder = new PlanFolder();
        folder.Write(
            "plan.csv",
            "Number,InboundAgents,ReturnedProperties\n100,agent_a,InboundAgents\nx y,,InboundAgents\n"
            + "101,,InboundAgents\n102,,InboundAgents\n");

        var outcome = await folder.RunAsync("Import-UponAiNumberAssignment plan.csv -SkipInvalid");

        Assert.Equal(["100", "101", "102"], outcome.Texts);
        Assert.Equal([$"plan.csv, line 4: {Removed}"], outcome.Warnings);
    }

    [Fact]
    public async Task The_columns_that_the_warning_leaves_keep_the_agents()
    {
        await using var platform = await PlatformAsync(Split);

        var outcome = await platform.RunAsync(
            Rows + "$rows[0].InboundAgents = ''; $rows[0].OutboundAgents = 'agent_c'; $rows[0].AccountSid = 'AC2'; "
            + "$rows[0] | Select-Object Number, AccountSid, WorkspaceId, InboundAgents, OutboundAgents | "
            + "Set-UponAiNumberAssignment");

        Assert.Empty(outcome.Warnings);
        Assert.Equal(
            """{"accountSid":"AC2","workspaceId":7,"outboundAgentId":"agent_c"}""", Assert.Single(platform.Bodies));
    }

    private static async Task<IEnumerable<string>> WarningsAsync(string script, string inbound = Split)
    {
        await using var platform = await PlatformAsync(inbound);
        var outcome = await platform.RunAsync(Rows + script);
        Assert.Empty(outcome.Errors);
        return outcome.Warnings;
    }

    private static Task<ConnectedPlatform> PlatformAsync(string inbound) => ListingPlatform.OfAsync(
        ListingPlatform.Number("101", inbound, Split), ListingPlatform.Number("102", inbound, Split));
}
