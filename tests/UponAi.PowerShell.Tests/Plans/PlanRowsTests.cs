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

    [Theory]
    [InlineData("ForEach-Object { $_ }")]
    [InlineData("Export-Csv compared.csv -NoTypeInformation; Import-Csv compared.csv")]
    [InlineData("ConvertTo-Json -Depth 4 | ConvertFrom-Json | ForEach-Object { $_ }")]
    public async Task The_errors_and_journal_lines_of_a_comparison_say_where_its_row_stands(string way)
    {
        folder.Write("plan.csv", "Number,InboundAgents\n101,agent_a\n102,agent_a\n103,agent_a\n");
        var list = $$"""{"numbers":[{{ListingPlatform.Number("101")}},{{ListingPlatform.Number("102")}}]}""";
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Method == "GET" && !ListingPlatform.IsForAgents(request) ? Reply.Json(list)
            : request.Target.Contains("/102/", StringComparison.Ordinal) ? Reply.Json("{}", 404)
            : ConnectedPlatform.Agree(request)));

        var outcome = await folder.RunAsync(
            platform.Engine,
            "Import-UponAiNumberAssignment plan.csv | Compare-UponAiNumberAssignment | "
            + $"{way} | Set-UponAiNumberAssignment -JournalPath set.jsonl");
        var journal = await folder.RunAsync(
            platform.Engine,
            "Get-UponAiJournal set.jsonl | Sort-Object Number | "
            + "ForEach-Object { \"$_ $(Split-Path $_.File -Leaf) $($_.Line)\" }");

        Assert.Equal(["101"], outcome.Texts);
        Assert.Equal(
            ["plan.csv, line 3: ", "plan.csv, line 4: "],
            outcome.Errors.Select(error => error.ToString()[..18]).Order(StringComparer.Ordinal));
        Assert.Equal(["101 Succeeded plan.csv 2", "102 Failed plan.csv 3"], journal.Texts);
    }

    [Fact]
    public async Task The_columns_File_and_Line_of_another_table_are_no_place_in_a_plan()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "[pscustomobject]@{ Number = '101'; File = 'a.txt'; Line = 5; InboundAgents = '' } | "
            + "Set-UponAiNumberAssignment");

        Assert.StartsWith("Nothing to set for 101", outcome.SingleError().Message(), StringComparison.Ordinal);
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
