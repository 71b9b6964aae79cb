using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Plans;

/// <summary>Tests rows of a plan file as input of the commands that change numbers.</summary>
public sealed class PlanRowsTests : IDisposable
{
    private const string Rows =
        "Number,InboundAgents,OutboundAgents,InboundWebhookUrl,TimeRouting,AccountSid,WorkspaceId\n"
        + "101,agent_a@3=90%;agent_b,none,https://example.com/in,false,AC9,8\n";
    private const string Change = """{"accountSid":"AC9","workspaceId":8,"outboundAgentId":null"""
        + ""","inboundAgents":[{"agent_id":"agent_a","agent_version":3,"weight":0.9},"""
        + """{"agent_id":"agent_b","weight":0.1}]"""
        + ""","inboundWebhookUrl":"https://example.com/in","isTimeRoutingEnabled":false}""";

    private readonly PlanFolder folder = new();

    [Theory]
    [InlineData("Import-UponAiNumberAssignment plan.csv | Set-UponAiNumberAssignment")]
    [InlineData("Set-UponAiNumberAssignment -InputObject (Import-UponAiNumberAssignment plan.csv)")]
    [InlineData(
        "[Management.Automation.PSSerializer]::Deserialize("
            + "[Management.Automation.PSSerializer]::Serialize((Import-UponAiNumberAssignment plan.csv))) | "
            + "Set-UponAiNumberAssignment")]
    [InlineData(
        "Import-UponAiNumberAssignment plan.csv | ForEach-Object { $row = @{}; foreach ($p in "
        + "$_.PSObject.Properties) { $row[$p.Name] = [string] $p.Value }; [pscustomobject] $row } | "
        + "Set-UponAiNumberAssignment")]
    [InlineData(
        "Import-UponAiNumberAssignment plan.csv | Export-UponAiNumberAssignment again.json; "
        + "Import-UponAiNumberAssignment again.json | Set-UponAiNumberAssignment")]
    [InlineData(
        "Import-UponAiNumberAssignment plan.csv | Export-UponAiNumberAssignment again.csv; "
        + "Import-UponAiNumberAssignment again.csv | Set-UponAiNumberAssignment")]
    public async Task A_row_sends_the_content_of_its_file_in_every_form(string script)
    {
        folder.Write("plan.csv", Rows);
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await folder.RunAsync(platform.Engine, script);

        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
        Assert.Equal(Change, Assert.Single(platform.Bodies));
    }

    [Fact]
    public async Task Parameters_win_over_the_row()
    {
        folder.Write("plan.csv", Rows);
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await folder.RunAsync(
            platform.Engine,
            "Import-UponAiNumberAssignment plan.csv | Set-UponAiNumberAssignment -InboundAgent agent_c "
            + "-TimeRouting $true -AccountSid AC1");

        Assert.Equal(
            """{"accountSid":"AC1","workspaceId":8,"outboundAgentId":null"""
            + ""","inboundAgents":[{"agent_id":"agent_c","weight":1}]"""
            + ""","inboundWebhookUrl":"https://example.com/in","isTimeRoutingEnabled":true}""",
            Assert.Single(platform.Bodies));
    }

    [Fact]
    public async Task A_number_of_a_row_can_be_cleared_and_be_given_as_a_parameter()
    {
        folder.Write("plan.csv", "Number\n101\n");
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await folder.RunAsync(
            platform.Engine,
            "$row = Import-UponAiNumberAssignment plan.csv; $row | Clear-UponAiNumberAssignment -Inbound "
            + "-Confirm:$false; Set-UponAiNumberAssignment -Number $row -TimeRouting $true");

        Assert.Equal(["101", "101"], platform.Numbers);
    }

    [Fact]
    public async Task The_errors_of_a_row_say_where_it_stands()
    {
        folder.Write("plan.csv", "Number,InboundAgents\n101,agent_a\n102,agent_a\n103,\n");
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(
            number => number == "102" ? Reply.Json("""{"error":"No such number"}""", 404) : null);

        var outcome = await folder.RunAsync(
            platform.Engine,
            "Import-UponAiNumberAssignment plan.csv | Set-UponAiNumberAssignment");

        Assert.Equal(["UponAi.NotFound", "UponAi.NothingToSet"], outcome.ErrorIds);
        Assert.StartsWith("plan.csv, line 3: ", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "plan.csv, line 4: Nothing to set for 103",
            outcome.Errors[1].ToString(),
            StringComparison.Ordinal);
        Assert.Equal(["102", "103"], outcome.Errors.Select(error => error.TargetObject.ToString()));
    }

    [Fact]
    public async Task A_row_is_shown_in_a_table_with_an_agent_a_line()
    {
        folder.Write("plan.csv", Rows);
        using var engine = new Engine();

        await folder.RunAsync(engine, "Import-UponAiNumberAssignment plan.csv | Out-Default");

        Assert.Matches(
            @"2 101 +in    agent_a@3 90% *\n +agent_b 10% *\n +out   none *\n +hook  "
                + @"https://example\.com/in *\n +time  off",
            engine.Screen.Written);
    }

    public void Dispose() => folder.Dispose();
}
