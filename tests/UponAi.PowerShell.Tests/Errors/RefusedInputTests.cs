using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Errors;

/// <summary>Tests rows that are refused before a request is sent. The next row still runs.</summary>
public sealed class RefusedInputTests
{
    [Theory]
    [InlineData(
        "@{ Number = '+1 415 x'; InboundAgent = 'agent_a' }", "UponAi.InvalidNumber", ErrorCategory.InvalidArgument,
        "'+1 415 x' is not a phone number or an extension: it contains 'x'.")]
    [InlineData(
        "@{ Number = '1.41556E+10'; InboundAgent = 'agent_a' }", "UponAi.InvalidNumber", ErrorCategory.InvalidArgument,
        "a spreadsheet rounded the number")]
    [InlineData(
        "@{ Number = '..'; InboundAgent = 'agent_a' }", "UponAi.InvalidNumber", ErrorCategory.InvalidArgument,
        "it consists of dots")]
    [InlineData(
        "@{ Number = ''; InboundAgent = 'agent_a' }", "UponAi.InvalidNumber", ErrorCategory.InvalidArgument,
        "The row has no number")]
    [InlineData(
        "@{ Number = 1.5; InboundAgent = 'agent_a' }", "UponAi.InvalidNumber", ErrorCategory.InvalidArgument,
        "Column 'Number': '1.5' of type Double")]
    [InlineData(
        "@{ Number = '101'; InboundAgent = 'agent_a=50%;agent_b=40%' }", "UponAi.InvalidAgentSplit",
        ErrorCategory.InvalidArgument,
        "Column 'InboundAgent': The weights of 'agent_a=0.5;agent_b=0.4' total 0.9 (90%).")]
    [InlineData(
        "@{ Number = '101'; OutboundAgent = 'agent_a=50' }", "UponAi.InvalidAgentSplit", ErrorCategory.InvalidArgument,
        "Did you mean 50%")]
    [InlineData(
        "@{ Number = '101'; InboundAgent = 'agent a' }", "UponAi.InvalidAgentRef", ErrorCategory.InvalidArgument,
        "Column 'InboundAgent': Agent id 'agent a' contains a space")]
    [InlineData(
        "@{ Number = '101'; InboundWebhookUrl = 'example.com/hook' }", "UponAi.InvalidWebhookUrl",
        ErrorCategory.InvalidArgument, "Column 'InboundWebhookUrl': 'example.com/hook' is not an absolute URL")]
    [InlineData(
        "@{ Number = '101'; TimeRouting = 'maybe' }", "UponAi.InvalidRow", ErrorCategory.InvalidData,
        "Column 'TimeRouting' has 'maybe', which is not true or false")]
    [InlineData(
        "@{ Number = '101'; TimeRouting = 'none' }", "UponAi.InvalidRow", ErrorCategory.InvalidData,
        "Time routing is switched off with false, not removed")]
    [InlineData(
        "@{ Number = '101'; InboundAgentId = 'agent_a'; InboundAgentVersion = 'x' }", "UponAi.InvalidRow",
        ErrorCategory.InvalidData, "Column 'InboundAgentVersion' has 'x'")]
    [InlineData(
        "@{ Number = '101'; InboundAgent = 'agent_a'; WorkspaceId = 'one' }", "UponAi.InvalidRow",
        ErrorCategory.InvalidData, "Column 'WorkspaceId' has 'one'")]
    [InlineData("@{ Number = '101' }", "UponAi.NothingToSet", ErrorCategory.InvalidArgument, "Nothing to set for 101")]
    [InlineData(
        "@{ Number = '101'; InboundAgent = ''; InboundWebhookUrl = $null; TimeRouting = ' ' }", "UponAi.NothingToSet",
        ErrorCategory.InvalidArgument, "'none' clears a property")]
    public async Task A_row_is_refused_and_the_next_one_runs(
        string row, string id, ErrorCategory category, string message)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            $"$bad = [pscustomobject]{row}; $rows = $bad, [pscustomobject]@{{ Number = '102'; "
            + $"InboundAgent = 'agent_a' }}; $rows | Set-UponAiNumberAssignment -ErrorVariable e; "
            + "[object]::ReferenceEquals($e[0].TargetObject, $bad)");

        Assert.Equal(["102", "True"], outcome.Texts);
        Assert.Equal(["102"], platform.Numbers);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal((id, category), (error.Id(), error.Category()));
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Number = '+1 415 555 0100'; TimeRouting = 'maybe'", "+14155550100: Column 'TimeRouting' has 'maybe'")]
    [InlineData("Number = 101; Weight = 1", "101: Column 'Weight' belongs to a file with one row per agent")]
    [InlineData(
        "phone_number = '101'; InboundAgent = 'agent_a'; InboundAgents = 'agent_b'",
        "101: Column 'InboundAgents' has 'agent_b' and column 'InboundAgent' has 'agent_a'")]
    [InlineData("Number = '..'; TimeRouting = 'maybe'", "Column 'Number': '..' is not")]
    [InlineData("TimeRouting = 'maybe'", "The row has no number.")]
    public async Task The_error_of_a_cell_begins_with_the_number_of_its_row(string cells, string message)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            $"$row = [pscustomobject]@{{ {cells} }}; $row | Set-UponAiNumberAssignment; "
            + "$row | Compare-UponAiNumberAssignment");

        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(
            outcome.Errors, error => Assert.StartsWith(message, error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_error_of_a_compared_row_begins_with_its_line_instead()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "[pscustomobject]@{ Number = '101'; CurrentInboundAgents = 'none'; TimeRouting = 'maybe'; "
            + "File = 'plan.csv'; Line = 3 } | Set-UponAiNumberAssignment");

        Assert.StartsWith(
            "plan.csv, line 3: Column 'TimeRouting' has 'maybe'",
            outcome.SingleError().ErrorDetails.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-UponAiNumberAssignment '..' agent_a", "UponAi.InvalidNumber", "..")]
    [InlineData("Set-UponAiNumberAssignment 101", "UponAi.NothingToSet", "101")]
    [InlineData("Set-UponAiNumberAssignment 101 agent_a=50%, agent_b=40%", "UponAi.InvalidAgentSplit", "101")]
    [InlineData("Set-UponAiNumberAssignment 101 agent_a, agent_a", "UponAi.InvalidAgentSplit", "101")]
    [InlineData(
        "Set-UponAiNumberAssignment 101 -InboundWebhookUrl 'ftp://example.com'",
        "UponAi.InvalidWebhookUrl",
        "101")]
    [InlineData("Clear-UponAiNumberAssignment '..' -Confirm:$false", "UponAi.InvalidNumber", "..")]
    [InlineData("'..' | Clear-UponAiNumberAssignment -Confirm:$false", "UponAi.InvalidNumber", "..")]
    [InlineData("1.5 | Set-UponAiNumberAssignment -InboundAgent agent_a", "UponAi.InvalidNumber", 1.5)]
    public async Task Invalid_parameters_are_refused_with_the_number_as_target(string script, string id, object target)
    {
        var error = await ConnectedPlatform.RefusalOfAsync(script);

        Assert.Equal((id, ErrorCategory.InvalidArgument, target), (error.Id(), error.Category(), error.Target()));
    }

    [Theory]
    [InlineData("Set-UponAiNumberAssignment -InboundAgent agent_a")]
    [InlineData("Set-UponAiNumberAssignment @() agent_a")]
    [InlineData("Set-UponAiNumberAssignment $null agent_a")]
    [InlineData("Clear-UponAiNumberAssignment -Confirm:$false")]
    public async Task Without_a_number_there_is_an_error(string script) =>
        Assert.Equal("UponAi.InvalidNumber", (await ConnectedPlatform.RefusalOfAsync(script)).Id());

    [Fact]
    public async Task A_null_in_the_pipeline_is_an_error_and_the_next_row_runs()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync("$null, '102' | Set-UponAiNumberAssignment -InboundAgent agent_a");

        Assert.Equal(["102"], outcome.Texts);
        Assert.Equal(["UponAi.InvalidRow"], outcome.ErrorIds);
    }

    [Fact]
    public async Task A_row_that_cannot_even_be_looked_at_is_an_error_and_the_next_row_runs()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            """
            $bad = [pscustomobject]@{ Number = '101'; InboundAgent = 'agent_a' }
            $bad | Add-Member -MemberType ScriptProperty -Name OutboundAgent -Value { throw 'Not today.' }
            $bad, '102' | Set-UponAiNumberAssignment -TimeRouting $true -ErrorVariable e
            [object]::ReferenceEquals($e[0].TargetObject, $bad)
            """);

        Assert.Equal(["102", "True"], outcome.Texts);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal("UponAi.InvalidRow", error.Id());
        Assert.Contains("Not today.", error.Message(), StringComparison.Ordinal);
    }
    [Fact]
    public async Task An_agent_with_a_property_that_fails_is_an_invalid_row()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            """
            $bad = [pscustomobject]@{ AgentId = 'agent_a' }
            $bad | Add-Member -MemberType ScriptProperty -Name Weight -Value { throw 'Not today.' }
            $bad | Set-UponAiNumberAssignment -Number 101
            """);

        Assert.Empty(platform.Server.Requests);
        Assert.Contains("Not today.", outcome.Errors[0].Message(), StringComparison.Ordinal);
        Assert.Equal("UponAi.InvalidRow", outcome.ErrorIds[0]);
    }
}
