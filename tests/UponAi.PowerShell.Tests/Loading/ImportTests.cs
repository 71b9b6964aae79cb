using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Loading;

/// <summary>Tests the import of the module.</summary>
public sealed class ImportTests
{
    /// <summary>
    /// Windows PowerShell also starts on older versions of .NET Framework, and then fails without a useful message.
    /// </summary>
    [Fact]
    public async Task The_manifest_names_the_NET_Framework_that_the_assemblies_need() =>
        Assert.Equal("4.7.2", Assert.Single((await RunAsync("(Get-Module UponAi).DotNetFrameworkVersion")).Texts));

    [Fact]
    public async Task Importing_warns_of_no_unapproved_verb_and_of_nothing_else()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "Remove-Module UponAi; Import-Module $path -Verbose -Force; (Get-Module UponAi).ExportedCommands.Count",
            ("path", RepositoryFiles.Manifest));

        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
        var imported = outcome.Verbose.Count(line => line.StartsWith("Importing cmdlet", StringComparison.Ordinal));
        Assert.Equal($"{imported}", Assert.Single(outcome.Texts));
    }

    [Theory]
    [InlineData("Set-UponAiNumberAssignment", "Medium")]
    [InlineData("Clear-UponAiNumberAssignment", "High")]
    [InlineData("Export-UponAiNumberAssignment", "Medium")]
    public async Task The_commands_that_change_something_can_be_previewed_and_confirmed(string command, string impact)
    {
        var outcome = await RunAsync(
            """
            $c = Get-Command $command
            $c.Parameters.Keys -contains 'WhatIf' -and $c.Parameters.Keys -contains 'Confirm'
            $attribute = [System.Management.Automation.CmdletAttribute]
            $c.ImplementingType.GetCustomAttributes($attribute, $false).ConfirmImpact
            """,
            ("command", command));

        Assert.Equal(["True", impact], outcome.Texts);
    }

    [Fact]
    public async Task A_prompt_for_a_parameter_says_what_it_is_for()
    {
        var outcome = await RunAsync(
            """
            $common = [System.Management.Automation.PSCmdlet]::CommonParameters +
                [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
            foreach ($command in Get-Command -Module UponAi) {
                foreach ($parameter in $command.Parameters.Values) {
                    if ($common -contains $parameter.Name) { continue }
                    foreach ($set in $parameter.ParameterSets.Values) {
                        if ($set.IsMandatory -ne [bool] $set.HelpMessage) { "$command -$($parameter.Name)" }
                    }
                }
            }
            """);

        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Texts);
    }

    [Fact]
    public async Task Removing_the_module_closes_the_connection_of_the_runspace()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            """
            $c = Connect-UponAi -Token $token -PassThru
            Remove-Module UponAi
            Import-Module $path
            Set-UponAiNumberAssignment 101 agent_a -Connection $c -AccountSid AC1 -WorkspaceId 1
            """,
            ("token", ConnectedPlatform.Secret),
            ("path", RepositoryFiles.Manifest));

        Assert.Contains("closed by Disconnect-UponAi", outcome.SingleError().Message(), StringComparison.Ordinal);
    }

    private static async Task<Outcome> RunAsync(string script, params (string Name, object? Value)[] variables)
    {
        using var engine = new Engine();
        return await engine.RunAsync(script, variables);
    }
}
