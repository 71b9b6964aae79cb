using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Plans;

/// <summary>Tests Export-UponAiNumberAssignment: the written file, and that reading it returns the same rows.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Header =
        "Number,InboundAgents,OutboundAgents,InboundWebhookUrl,TimeRouting,AccountSid,WorkspaceId";

    private readonly PlanFolder folder = new();

    [Fact]
    public async Task An_empty_property_is_none_a_missing_property_is_blank_and_the_plus_is_kept()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await folder.RunAsync(
            platform.Engine,
            "Set-UponAiNumberAssignment '+14155550100', 101 -InboundAgent 'agent_a@3=90%;agent_b' "
            + "-OutboundAgent none -InboundWebhookUrl none | Export-UponAiNumberAssignment backup.csv");

        Assert.Equal((0, 0, 0), (outcome.Output.Count, outcome.Errors.Count, outcome.Warnings.Count));
        Assert.Equal(
            [Header, "'+14155550100,agent_a@3=90%;agent_b=10%,,none,,AC1,7",
                "101,agent_a@3=90%;agent_b=10%,,none,,AC1,7", ""],
            folder.Read("backup.csv").ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task Rows_state_what_they_state_in_json_too()
    {
        await folder.RunAsync(
            "Export-UponAiNumberAssignment plan.json @(@{ Number = '+1 415 555 0100'; OutboundAgent = "
            + "'agent_a@2' }, [pscustomobject]@{ Number = 101; InboundAgents = @(); TimeRouting = 'yes'; "
            + "WorkspaceId = 3 })");

        Assert.Equal(
            """
            [
              {
                "Number": "+14155550100",
                "OutboundAgents": "agent_a@2"
              },
              {
                "Number": "101",
                "InboundAgents": "none",
                "TimeRouting": true,
                "WorkspaceId": 3
              }
            ]
            """.ReplaceLineEndings("\n"),
            folder.Read("plan.json").ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("'quoted")]
    [InlineData("\uff1d1+1")]
    [InlineData("a,b;c d")]
    [InlineData("\"a\" b")]
    public async Task No_cell_runs_as_a_formula_and_each_comes_back(string account)
    {
        var outcome = await folder.RunAsync(
            "@{ Number = 101; AccountSid = $account } | Export-UponAiNumberAssignment plan.csv; "
            + "Import-UponAiNumberAssignment plan.csv",
            ("account", account));

        Assert.Equal(account, outcome.Single().Properties["AccountSid"].Value);
        Assert.DoesNotMatch("(^|,)\"?[=@+\uff1d-]", folder.Read("plan.csv"));
    }

    [Theory]
    [InlineData("a\tb", "the invisible character U+0009")]
    [InlineData("a\0b", "the invisible character U+0000")]
    public async Task An_account_that_could_not_be_read_back_is_not_written(string account, string what)
    {
        var outcome = await folder.RunAsync(
            "@{ Number = 101; AccountSid = $account } | Export-UponAiNumberAssignment plan.csv",
            ("account", account));

        Assert.Equal("UponAi.InvalidAccountSid", outcome.Errors[0].Id());
        Assert.Contains($"it contains {what}.", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
        AssertAlone();
    }

    [Fact]
    public async Task A_cell_that_begins_with_a_minus_is_an_agent_again()
    {
        var outcome = await folder.RunAsync(
            "@{ Number = 101; InboundAgents = '-agent' } | Export-UponAiNumberAssignment plan.csv; "
            + "Import-UponAiNumberAssignment plan.csv");

        Assert.Equal("-agent", outcome.Single().Properties["InboundAgents"].Value);
        Assert.Contains("101,'-agent,", folder.Read("plan.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_exists_is_replaced_with_force_alone()
    {
        var path = folder.Write("plan.csv", "before");

        var refused =
            (await folder.RunAsync("@{ Number = 101 } | Export-UponAiNumberAssignment plan.csv")).SingleError();
        Assert.Equal(
            ($"The plan '{path}' was not written: it exists. Give another path, or -Force to replace it.",
                "UponAi.PlanNotWritten"),
            (refused.Message(), refused.Id()));
        Assert.Equal("before", folder.Read("plan.csv"));

        var passed = await folder.RunAsync(
            "@{ Number = 101 } | Export-UponAiNumberAssignment plan.csv -Force -PassThru");
        Assert.Equal(path, passed.Single().ToString());
        Assert.StartsWith(Header, folder.Read("plan.csv"), StringComparison.Ordinal);
        AssertAlone("plan.csv");
    }

    [Fact]
    public async Task A_row_that_cannot_be_written_leaves_the_existing_file()
    {
        folder.Write("plan.csv", "before");

        var outcome = await folder.RunAsync(
            "101, $null, @{ Number = '101'; InboundAgents = 'agent_a=2' }, @{ Number = '+14155550100' }, "
            + "@{ Number = '+1 415 555 0100' } | Export-UponAiNumberAssignment plan.csv -Force");

        Assert.Equal(
            ["UponAi.InvalidRow", "UponAi.InvalidRow", "UponAi.InvalidAgentSplit", "UponAi.InvalidPlan",
                "UponAi.PlanNotWritten"],
            outcome.ErrorIds);
        Assert.Equal("Rows 4 and 5 have the number +14155550100. Keep one row.", outcome.Errors[3].Message());
        Assert.Equal("before", folder.Read("plan.csv"));
        AssertAlone("plan.csv");
    }

    [Fact]
    public async Task A_pipeline_that_ends_early_leaves_no_file()
    {
        var outcome =
            await folder.RunAsync("& { @{ Number = 101 }; throw 'enough' } | Export-UponAiNumberAssignment plan.csv");

        Assert.Equal("enough", outcome.SingleError().Message());
        AssertAlone();
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        var outcome =
            await folder.RunAsync("@{ Number = 101 } | Export-UponAiNumberAssignment plan.csv -PassThru -WhatIf");

        Assert.Empty(outcome.AllText());
        AssertAlone();
    }

    [Theory]
    [InlineData(".", "it is a folder. Give the path of a file in it.")]
    [InlineData("no/plan.csv", "Could not find a part of the path")]
    public async Task A_place_that_cannot_be_written_to_ends_the_command(string place, string why)
    {
        var error = (
            await folder.RunAsync(
                $"@{{ Number = 101 }} | Export-UponAiNumberAssignment {place} -Format Csv")).SingleError();

        Assert.Equal("UponAi.PlanNotWritten", error.Id());
        Assert.Contains(why, error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_refused_before_its_extension()
    {
        var error = (await folder.RunAsync("@{ Number = 101 } | Export-UponAiNumberAssignment .")).SingleError();

        Assert.EndsWith("it is a folder. Give the path of a file in it.", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_without_rows_is_written_and_read_with_a_warning()
    {
        var outcome = await folder.RunAsync(
            "@() | Export-UponAiNumberAssignment plan.csv; Import-UponAiNumberAssignment plan.csv; "
            + "@() | Export-UponAiNumberAssignment plan.json; Import-UponAiNumberAssignment plan.json");

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            new[] { "csv", "csv", "json", "json" }.Select(
                extension => $"The plan '{folder.PathOf("plan." + extension)}' has no rows."),
            outcome.Warnings);
    }

    [Fact]
    public async Task A_misspelt_column_is_named()
    {
        var outcome = await folder.RunAsync(
            "@{ Number = 101; InbundAgents = 'agent_a' } | Export-UponAiNumberAssignment plan.csv");

        Assert.Equal(
            "Column 'InbundAgents' is not known and was not read. Did you mean 'InboundAgents'?",
            Assert.Single(outcome.Warnings));
    }

    [Fact]
    public async Task The_file_is_its_owners_alone()
    {
        await folder.RunAsync("@{ Number = 101 } | Export-UponAiNumberAssignment plan.csv");

        // Windows has no permission bits.
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(folder.PathOf("plan.csv")));
    }

    public void Dispose() => folder.Dispose();

    private void AssertAlone(params string[] names) =>
        Assert.Equal(names, Directory.GetFiles(folder.FullName).Select(Path.GetFileName));
}
