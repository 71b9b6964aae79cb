using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>
/// Tests that every name of a parameter is also the name of a column. Otherwise a file with the name would silently
/// lose the column.
/// </summary>
public sealed class ColumnNamesTests
{
    private static readonly string[] OfNoRow =
    [
        "Connection", "IfUnchanged", "InputObject", "JournalPath", "RequireVersion", "SkipUnchanged", "ThrottleLimit",
        "VerifyAgents",
    ];

    [Fact]
    public async Task Every_name_of_a_parameter_of_Set_is_read_as_a_column()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            """
            $common = [System.Management.Automation.PSCmdlet]::CommonParameters +
                [System.Management.Automation.PSCmdlet]::OptionalCommonParameters + $ofNoRow
            foreach ($parameter in (Get-Command Set-UponAiNumberAssignment).Parameters.Values) {
                if ($common -contains $parameter.Name) { continue }
                foreach ($name in @($parameter.Name) + $parameter.Aliases) {
                    # No property accepts this value, so that a column that is read causes an error.
                    $row = @{ Number = '101'; OutboundAgent = 'agent_a' }
                    $row[$name] = [timespan]::Zero, 'no such value'
                    try {
                        $row | Set-UponAiNumberAssignment -WhatIf -ErrorAction Stop
                        $name
                    } catch { $_.FullyQualifiedErrorId }
                }
            }
            """,
            ("ofNoRow", OfNoRow));

        // Every name that is read as a column causes an error.
        Assert.NotEmpty(outcome.Texts);
        Assert.All(outcome.Texts, text => Assert.StartsWith("UponAi.Invalid", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'InboundAgents ' = 'agent_a'")]
    [InlineData("' inbound_agents' = 'agent_a'")]
    [InlineData("\"`u{feff}InboundAgents\" = 'agent_a'")]
    [InlineData("InboundAgents = @{ 'AgentId ' = 'agent_a' }")]
    public async Task Blanks_and_marks_around_a_name_do_not_hide_the_column(string cell) => Assert.Equal(
        """{"inboundAgents":[{"agent_id":"agent_a","weight":1}],"isTimeRoutingEnabled":true}""",
        await ConnectedPlatform.ChangeOfAsync(
            $"[pscustomobject]@{{ ' Number ' = '101'; {cell}; TimeRouting = 'true' }} | Set-UponAiNumberAssignment"));
}
