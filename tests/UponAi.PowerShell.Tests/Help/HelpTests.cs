using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Help;

/// <summary>What Get-Help says of the shipped module.</summary>
public sealed class HelpTests
{
    private static readonly string[] Topics = ["about_UponAi", "about_UponAi_Bulk", "about_UponAi_Security"];

    [Fact]
    public async Task Every_command_has_a_synopsis_a_description_and_three_examples()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "Get-Command -Module UponAi | ForEach-Object { $help = Get-Help $_; if (-not ($help.Synopsis -and $help.description -and @($help.examples.example).Count -ge 3)) { $_.Name } else { 'whole' } }");

        Assert.Empty(outcome.Errors);
        Assert.NotEmpty(outcome.Output);
        Assert.All(outcome.Texts, text => Assert.Equal("whole", text));
    }

    [Fact]
    public async Task Every_parameter_is_described()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            """
            foreach ($command in Get-Command -Module UponAi) {
                $own = $command.Parameters.Keys | Where-Object { $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters }
                foreach ($name in $own) { "$($command.Name) -$name $((Get-Help $command -Parameter $name).description.Text)" }
            }
            """);

        Assert.Empty(outcome.Errors);
        Assert.Contains("Set-UponAiNumberAssignment -TimeRouting Whether time routing is on: $true or $false.", outcome.Texts);
        Assert.All(outcome.Texts, text => Assert.True(text.Split(' ', 3)[2].Length > 10, text));
    }

    [Fact]
    public async Task Every_command_has_a_page_online()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync("Get-Command -Module UponAi | ForEach-Object { @((Get-Help $_).relatedLinks.navigationLink.uri)[0] -like \"https://*/docs/commands/$($_.Name).md\" }");

        Assert.Empty(outcome.Errors);
        Assert.All(outcome.Output, isPage => Assert.True((bool)isPage!.BaseObject));
    }

    [Theory]
    [InlineData("about_UponAi", "agent_a@3=90%;agent_b=10%")]
    [InlineData("about_UponAi_Bulk", "-JournalPath names a file")]
    [InlineData("about_UponAi_Security", "The token can change every phone line of an account.")]
    public async Task The_topics_can_be_read(string topic, string part)
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync($"Get-Help {topic}");

        Assert.Contains(part, outcome.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_looks_for_the_topics_finds_all_of_them()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync("Get-Help about_UponAi* | ForEach-Object Name");

        Assert.Equal(Topics, outcome.Texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_examples_read_well()
    {
        var run = await HostProcess.RunAsync("-Command", "Get-Help Set-UponAiNumberAssignment -Examples");

        var lines = run.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToArray();
        var first = Array.IndexOf(lines, "---------- Example 1: Let an agent take the calls of a number ----------");
        Assert.Equal(
            ["", "Set-UponAiNumberAssignment '+14155550103' agent_reception", "", "Its latest version takes them. Calls that go out stay as they are.", "", "---------- Example 2: Split the calls between two agents ----------"],
            lines[(first + 1)..(first + 7)]);
    }
}
