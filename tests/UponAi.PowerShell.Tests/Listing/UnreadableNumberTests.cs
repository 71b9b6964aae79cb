using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Listing;

/// <summary>Tests that an unreadable number is one error, and that the other numbers are returned.</summary>
public sealed class UnreadableNumberTests
{
    private const string Numbers = """
        [{"number":"101","workspace_id":7,"inbound_agents":[{"agent_id":"agent_a"}]},
         {"number":"102","workspace_id":7,"inbound_agents":[{"agent_id":"agent_a","agent_version":"prod"}]},
         {"number":"103","workspace_id":7,"inbound_agents":[]}]
        """;

    [Theory]
    [InlineData("Get-UponAiNumber", "101 103")]
    [InlineData("Get-UponAiNumber 102, 103", "103")]
    [InlineData("'101', '102', '103' | Get-UponAiNumber", "101 103")]
    [InlineData(
        "[pscustomobject]@{ Number = '102'; InboundAgents = 'agent_b' }, [pscustomobject]@{ Number = "
        + "'103'; InboundAgents = 'none' } | Compare-UponAiNumberAssignment",
        "103")]
    public async Task The_other_numbers_come_out(string script, string numbers)
    {
        await using var platform = await ListAsync();

        var outcome = await platform.RunAsync(script + " | ForEach-Object { $_.Number }");

        Assert.Equal(numbers, string.Join(' ', outcome.Texts));
        var error = Assert.Single(outcome.Errors);
        Assert.StartsWith("UponAi.InvalidResponse,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(
            "the row of 102 cannot be read: the response has 'prod' for 'agent_version' instead of a number.",
            error.Exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task IncludeUnlisted_reports_it_among_the_numbers_outside_the_plan()
    {
        await using var platform = await ListAsync();

        var outcome = await platform.RunAsync(
            "[pscustomobject]@{ Number = '103'; InboundAgents = 'none' } | "
            + "Compare-UponAiNumberAssignment -IncludeUnlisted");

        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal("102", Assert.Single(outcome.Errors).TargetObject);
    }

    [Fact]
    public async Task Its_number_is_the_target()
    {
        await using var platform = await ListAsync();

        var outcome = await platform.RunAsync("Get-UponAiNumber");

        Assert.Equal("102", Assert.Single(outcome.Errors).TargetObject);
    }

    [Fact]
    public async Task A_number_that_was_not_asked_for_is_no_error()
    {
        await using var platform = await ListAsync();

        var outcome = await platform.RunAsync("Get-UponAiNumber 101");

        Assert.Empty(outcome.Errors);
        Assert.Equal("101", Assert.Single(outcome.Texts));
    }

    [Fact]
    public async Task A_number_that_may_be_an_unreadable_row_is_not_called_missing()
    {
        await using var platform = await ListingPlatform.OfAsync(ListingPlatform.Number("101"), """{"number":{}}""");

        var outcome = await platform.RunAsync("Get-UponAiNumber 101, 103");

        Assert.Equal("101", Assert.Single(outcome.Texts));
        var error = Assert.Single(outcome.Errors);
        Assert.Equal(("UponAi.InvalidResponse", "103"), (error.Id(), error.TargetObject));
        Assert.StartsWith(
            "Account AC1 may have number 103 in a row that cannot be read: ",
            error.Message(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("101", 1)]
    [InlineData("101 -WorkspaceId 7", 0)]
    [InlineData("'+14155550100'", 0)]
    public async Task A_row_without_a_number_may_be_the_same_extension_in_another_workspace(string filter, int errors)
    {
        await using var platform = await ListingPlatform.OfAsync(
            ListingPlatform.Number("101"), ListingPlatform.Number("+14155550100"), """{"number":{}}""");

        var outcome = await platform.RunAsync("Get-UponAiNumber " + filter);

        Assert.Single(outcome.Output);
        Assert.Equal(Enumerable.Repeat("UponAi.InvalidResponse", errors), outcome.ErrorIds);
    }

    [Fact]
    public async Task SkipUnchanged_refuses_that_number_alone()
    {
        await using var platform = await ListAsync();

        var outcome = await platform.RunAsync(
            "Set-UponAiNumberAssignment 101, 102, 103 -InboundAgent agent_a -SkipUnchanged");

        Assert.Equal("102", Assert.Single(outcome.Errors).TargetObject);
        Assert.Equal(["101", "103"], outcome.Texts);
        Assert.Equal(["103"], platform.Numbers);
    }

    [Fact]
    public async Task WhatIf_shows_the_other_numbers_current_values()
    {
        await using var platform = await ListAsync();

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 102, 103 -InboundAgent agent_b -WhatIf");

        Assert.Empty(outcome.Errors);
        Assert.Contains("none → agent_b", platform.Engine.Screen.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_was_made_is_a_number_and_a_warning_and_cannot_be_restored()
    {
        const string Agents = """[{"agent_id":"agent_a","agent_version":"prod"}]""";
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json($$"""{"success":true,"numbers":[{"number":"101","inbound_agents":{{Agents}}}]}"""));

        var outcome = await platform.RunAsync(
            "$set = Set-UponAiNumberAssignment 101 agent_a; $set; $set | Set-UponAiNumberAssignment; $set | "
            + "ConvertTo-Json | ConvertFrom-Json | Set-UponAiNumberAssignment");

        Assert.Equal("101", Assert.Single(outcome.Texts));
        Assert.Contains("'prod' for 'agent_version'", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(
            outcome.Errors,
            error =>
                Assert.Contains(
                    "is not complete: the platform's InboundAgents could not be read.",
                    error.Exception.Message,
                    StringComparison.Ordinal));
        Assert.Single(platform.Server.Requests);
    }

    [Fact]
    public async Task Debug_shows_each_exchange_without_the_token()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json(
                UpdateAnswers.Error("Bearer " + ConnectedPlatform.Token),
                404,
                ("x-request-id", "4f2a")), Reply.Json(Numbers));

        var outcome = await platform.RunAsync(
            "$DebugPreference = 'Continue'; Set-UponAiNumberAssignment 101 agent_a; $null = Get-UponAiNumber 101");

        Assert.Contains(
            "For the platform's support: x-request-id 4f2a.",
            Assert.Single(outcome.Errors).Exception.Message,
            StringComparison.Ordinal);
        Assert.Equal(2, outcome.Debug.Count);
        Assert.Contains("\"inboundAgents\":[{\"agent_id\":\"agent_a\"", outcome.Debug[0], StringComparison.Ordinal);
        Assert.Contains("x-request-id: 4f2a", outcome.Debug[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[{\"number\":\"101\"", outcome.Debug[1], StringComparison.Ordinal);
        Assert.All(
            outcome.Debug, text => Assert.DoesNotContain(ConnectedPlatform.Token, text, StringComparison.Ordinal));
    }

    private static Task<ConnectedPlatform> ListAsync() => ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(
        request => request.Method == "GET" ? Reply.Json(Numbers) : ConnectedPlatform.Agree(request)));
}
