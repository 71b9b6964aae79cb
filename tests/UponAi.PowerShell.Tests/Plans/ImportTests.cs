using System.Management.Automation;
using System.Text;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Plans;

/// <summary>Tests Import-UponAiNumberAssignment with valid files.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly PlanFolder folder = new();

    [Fact]
    public async Task A_row_has_the_content_and_the_place_of_its_line()
    {
        var path = folder.Write(
            "plan.csv",
            "Number,InboundAgents,OutboundAgent,InboundWebhookUrl,TimeRouting,WorkspaceId\r\n\r\n+1 "
            + "(415) "
            + "555-0100,agent_a@3=0.9;agent_b,none,,off,2\r\n0102,,agent_c,\"https://example.com/a,b\",,\r\n103\r\n");

        var rows = (await folder.RunAsync("Import-UponAiNumberAssignment plan.csv")).Output;

        Assert.Equal(
            ["+14155550100 | agent_a@3=90%;agent_b=10% | none |  | False |  | 2",
                "0102 |  | agent_c | https://example.com/a,b |  |  | ",
                "103 |  |  |  |  |  | "],
            rows.Select(Shown));
        Assert.Equal([3, 4, 5], rows.Select(row => (int)row!.Properties["Line"].Value));
        Assert.All(rows, row => Assert.Equal(path, row!.Properties["File"].Value));
        Assert.All(rows, row => Assert.Contains("UponAi.PlanRow", row!.TypeNames));
    }

    [Theory]
    [InlineData("comma", "Number,InboundAgents\n101,agent_a\n")]
    [InlineData("semicolon", "Number;InboundAgents\n101;agent_a\n")]
    [InlineData("semicolon, with a comma in a name", "Number;InboundAgents;\"Site, or so\"\n101;agent_a;\n")]
    [InlineData("tab", "Number\tInboundAgents\n101\tagent_a\n")]
    [InlineData("no end of the last line", "Number,InboundAgents\n101,agent_a")]
    [InlineData("carriage returns", "Number,InboundAgents\r101,agent_a\r")]
    [InlineData("quotation marks", "\"Number\",\"InboundAgents\"\n\"101\",\"agent_a\"\n")]
    [InlineData("blanks", " Number , InboundAgents \n 101 , agent_a \n")]
    [InlineData("trailing commas", "Number,InboundAgents,,\n101,agent_a,,\n,,,\n")]
    [InlineData("a spreadsheet's marks of text", "Number,InboundAgents\n'101,'agent_a\n")]
    public async Task Csv_may_be_written_with(string what, string text)
    {
        folder.Write("plan.csv", text);

        var row =
            (await folder.RunAsync("Import-UponAiNumberAssignment plan.csv -IgnoreColumn 'Site, or so'")).Single();

        Assert.True(Shown(row) == "101 | agent_a |  |  |  |  | ", what);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task Csv_and_json_may_be_encoded_as(string encoding, bool hasMark)
    {
        var text = Encoding.GetEncoding(encoding);
        File.WriteAllBytes(
            folder.PathOf("plan.csv"),
            [.. hasMark ? text.GetPreamble() : [], .. text.GetBytes("Number,AccountSid\n101,Zürich 🙂\n")]);
        File.WriteAllBytes(
            folder.PathOf("plan.json"),
            [.. hasMark ? text.GetPreamble() : [],
                .. text.GetBytes("""[{ "Number": "102", "AccountSid": "Zürich 🙂" }]""")]);

        var rows = (await folder.RunAsync("Import-UponAiNumberAssignment plan.csv, plan.json")).Output;

        Assert.Equal(["101 |  |  |  |  | Zürich 🙂 | ", "102 |  |  |  |  | Zürich 🙂 | "], rows.Select(Shown));
    }

    [Theory]
    [InlineData(
        "list",
        """[{ "Number": "101", "InboundAgents": "agent_a@3=90%;agent_b", "TimeRouting": true, "WorkspaceId": 2 }]""")]
    [InlineData(
        "one object",
        """{ "Number": 101, "InboundAgents": ["agent_a@3=0.9", "agent_b"]"""
        + """, "TimeRouting": "yes", "WorkspaceId": "2" }""")]
    [InlineData(
        "objects as agents",
        """[{ "Number": "101", "InboundAgents": [{ "AgentId": "agent_a", "AgentVersion": 3, "Weight": 9e-1 }"""
        + """, { "AgentId": "agent_b" }], "TimeRouting": 1, "WorkspaceId": 2.0 }]""")]
    [InlineData(
        "the API's answer",
        """{ "success": true, "numbers": [{ "number": "101", "workspace_id": 2"""
        + """, "is_time_routing_enabled": true, "outbound_agents": null"""
        + """, "inbound_agents": [{ "agent_id": "agent_a", "agent_version": 3, "weight": 0.9 }"""
        + """, { "agent_id": "agent_b", "weight": 0.1 }], "new_member": { "a": [1] } }], "message": "" }""")]
    [InlineData(
        "rows of one agent",
        """[{ "Number": "101", "WorkspaceId": 2, "AgentId": "agent_a", "AgentVersion": 3, "Weight": 0.9"""
        + """, "Direction": "Inbound" }, { "Number": "101", "WorkspaceId": 2"""
        + """, "AgentId": "agent_b", "Direction": "inbound" }]""")]
    public async Task Json_may_be_written_as(string what, string text)
    {
        folder.Write("plan.json", text);

        var row = (await folder.RunAsync("Import-UponAiNumberAssignment plan.json")).Single();

        Assert.Equal(
            ("101", "agent_a@3=90%;agent_b=10%", 2),
            (row.Properties["Number"].Value,
                row.Properties["InboundAgents"].Value,
                row.Properties["WorkspaceId"].Value));
        Assert.True(what == "rows of one agent" || row.Properties["TimeRouting"].Value is true, what);
    }

    [Fact]
    public async Task Json_has_its_lines_also_where_it_is_longer_than_what_is_held_of_it()
    {
        folder.Write(
            "plan.json",
            "[\n" + string.Join(
                ",\n",
                Enumerable.Range(0, 20_000).Select(
                    i => $$"""{ "Number": "+1999{{i:D7}}", "InboundAgents": "agent_a" }""")) + "\n]\n");

        var rows = (await folder.RunAsync("Import-UponAiNumberAssignment plan.json")).Output;

        Assert.Equal(
            Enumerable.Range(0, 20_000).Select(i => (ConnectedSandbox.Number(i), i + 2)),
            rows.Select(row => (row!.ToString(), (int)row.Properties["Line"].Value)));
    }

    [Fact]
    public async Task Rows_of_one_agent_are_gathered_by_number_wherever_they_stand()
    {
        folder.Write(
            "plan.csv",
            "Number,Direction,AgentId,AgentVersion,Weight,AccountSid\n101,Inbound,agent_a,3,90%,\n"
                + "102,Outbound,agent_c,,,\n101,outbound,none,,,\n101,Inbound,agent_b,,0.1,"
                + "\n101,Inbound,agent_d,,,AC2\n");

        var rows = (await folder.RunAsync("Import-UponAiNumberAssignment plan.csv")).Output;

        Assert.Equal(
            ["101 | agent_a@3=90%;agent_b=10% | none |  |  |  | ",
                "102 |  | agent_c |  |  |  | ",
                "101 | agent_d |  |  |  | AC2 | "],
            rows.Select(Shown));
        Assert.Equal([2, 3, 6], rows.Select(row => (int)row!.Properties["Line"].Value));
    }

    [Fact]
    public async Task Paths_may_be_wildcards_lists_or_pipeline_input_and_are_read_once()
    {
        foreach (var i in Enumerable.Range(1, 3)) folder.Write($"plan{i}.csv", $"Number\n10{i}\n");
        folder.Write("rows", "Number\n104\n");

        Assert.Equal(
            ["101", "102", "103"],
            (await folder.RunAsync("Import-UponAiNumberAssignment plan*.csv, plan1.csv")).Texts);
        Assert.Equal(
            ["102", "101"],
            (await folder.RunAsync("'plan2.csv', 'plan1.csv' | Import-UponAiNumberAssignment")).Texts);
        Assert.Equal(
            ["103"],
            (await folder.RunAsync("[pscustomobject]@{ PSPath = 'plan3.csv' } | Import-UponAiNumberAssignment")).Texts);
        Assert.Equal(["104"], (await folder.RunAsync("Import-UponAiNumberAssignment rows -Format Csv")).Texts);
    }

    [Fact]
    public async Task Valid_rows_are_returned_on_request()
    {
        folder.Write(
            "plan.csv",
            "Number,InboundAgents\n101,agent_a\n#REF!,agent_a\n102,agent_a\n103,agent_a\n102,agent_b\n104,agent a\n");
        folder.Write(
            "agents.csv",
            "Number,AgentId,Direction\n111,agent_a,Inbound\n112,agent_a,Inbound\n112,agent b,Inbound\n");
        folder.Write("broken.csv", "Number,AgentId,Direction\n121,agent_a,Inbound\n#REF!,agent_a,Inbound\n");
        folder.Write("columns.csv", "Number,Site\n131,x\n");

        var outcome = await folder.RunAsync(
            "Import-UponAiNumberAssignment plan.csv, agents.csv, broken.csv, columns.csv, no.csv -SkipInvalid");

        // If a number occurs twice, neither row is known to be right. A row without a number may belong to any number.
        Assert.Equal(["101", "103", "111"], outcome.Texts);
        Assert.Equal(7, outcome.Errors.Count);
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [InlineData("102,\"agent_a\n103,agent_a\n104,agent_a\n")]
    [InlineData("102,\"agent_a\"\n103,\"agent_b\n104,\"agent_a\"\n105,agent_a\n")]
    [InlineData("102,\"agent_a\"\"")]
    public async Task No_row_is_valid_if_a_quotation_mark_that_nothing_closes_hides_rows(string rows)
    {
        folder.Write("plan.csv", "Number,InboundAgents\n101,agent_a\n" + rows);

        var outcome = await folder.RunAsync("Import-UponAiNumberAssignment plan.csv -SkipInvalid");

        Assert.Empty(outcome.Output);
        Assert.Contains("never closed", outcome.SingleError().Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Number,InboundAgents\n101,agent_a\n102,agent a\n", true)]
    [InlineData("Number,InboundAgents\n101,agent_a\n101,agent_b\n", false)]
    [InlineData("Number,Site\n101,x\n", false)]
    [InlineData("InboundAgents\nagent_a\n", false)]
    [InlineData("", false)]
    public async Task SkipInvalid_is_suggested_only_if_a_row_is_valid(string text, bool isSuggested)
    {
        folder.Write("plan.csv", text);

        var outcome = await folder.RunAsync("Import-UponAiNumberAssignment plan.csv, no.csv");

        Assert.Equal(
            isSuggested,
            Assert.Single(outcome.Warnings).Contains("-SkipInvalid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_target_of_an_error_is_the_row_as_it_stands_in_the_file()
    {
        var path = folder.Write("plan.csv", "Number,InboundAgents\n1.41556E+10,agent_a\n");

        var row =
            (PSObject)(await folder.RunAsync("Import-UponAiNumberAssignment plan.csv")).SingleError().TargetObject;

        Assert.Equal(
            ["Number=1.41556E+10", "InboundAgents=agent_a", $"File={path}", "Line=2"],
            row.Properties.Select(property => $"{property.Name}={property.Value}"));
    }

    [Fact]
    public async Task Numbers_that_a_spreadsheet_may_have_taken_the_plus_off_are_named_in_a_warning()
    {
        folder.Write("plan.csv", "Number\n101\n14155550100\n014155550100\n14155550101\n");

        var outcome = await folder.RunAsync("Import-UponAiNumberAssignment plan.csv");

        Assert.Equal(["101", "14155550100", "014155550100", "14155550101"], outcome.Texts);
        Assert.Equal(
            "plan.csv, line 3: '14155550100' has no + and is treated as an extension. If it is a phone "
            + "number with its country code, write +14155550100. The file has 1 more like it. A "
            + "spreadsheet keeps the + in a column that is formatted as text.",
            Assert.Single(outcome.Warnings));
    }

    [Fact]
    public async Task Columns_that_are_for_others_are_left_out_when_they_are_named()
    {
        folder.Write("plan.csv", "Number,Site,INBUNDAGENTS\n101,Harbour,x\n");

        Assert.Equal(
            "101",
            (await folder.RunAsync(
                    "Import-UponAiNumberAssignment plan.csv -IgnoreColumn site, InbundAgents")).Single().ToString());
    }

    [Fact]
    public async Task A_file_that_changes_after_its_check_ends_the_command_before_a_changed_row_is_handed_on()
    {
        var path = folder.Write(
            "plan.csv",
            "Number\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"+1999{i:D7}\n")));

        var outcome = await folder.RunAsync(
            """
            Import-UponAiNumberAssignment $path | ForEach-Object {
                if ($_.Number -eq '+19990000000') {
                    $file = [IO.FileStream]::new($path, 'Open', 'Write', 'ReadWrite')
                    $file.Position = 100000
                    $file.WriteByte(120)
                    $file.Dispose()
                }
                $_
            }
            """,
            ("path", path));

        Assert.Equal("UponAi.InvalidPlan", Assert.Single(outcome.Errors).Id());
        Assert.Contains("was changed while it was read", outcome.Errors[0].Message(), StringComparison.Ordinal);
        Assert.InRange(outcome.Output.Count, 1, 100_000 / 13);
        Assert.Equal(Enumerable.Range(0, outcome.Output.Count).Select(ConnectedSandbox.Number), outcome.Texts);
    }

    [Fact]
    public async Task A_stopped_pipeline_lets_go_of_the_file()
    {
        folder.Write("plan.csv", "Number\n101\n102\n");

        var outcome = await folder.RunAsync(
            "Import-UponAiNumberAssignment plan.csv | Select-Object -First 1; [IO.FileStream]::new($path, "
            + "'Open', 'ReadWrite', 'None').Dispose()",
            ("path", folder.PathOf("plan.csv")));

        Assert.Equal("101", outcome.Single().ToString());
    }

    public void Dispose() => folder.Dispose();

    private static string Shown(PSObject? row) =>
        string.Join(
            " | ",
            new[]
            {
                "Number", "InboundAgents", "OutboundAgents", "InboundWebhookUrl", "TimeRouting", "AccountSid",
                "WorkspaceId",
            }.Select(name => row!.Properties[name].Value));
}
