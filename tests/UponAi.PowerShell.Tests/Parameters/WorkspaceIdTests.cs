using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Parameters;

/// <summary>Tests workspace ids that PowerShell would convert to another workspace: 1.6 to 2 and '1,5' to 15.</summary>
public sealed class WorkspaceIdTests
{
    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.6")]
    [InlineData("'1,5'")]
    [InlineData("'7x'")]
    public async Task A_workspace_is_a_whole_number_and_never_another_one(string value)
    {
        foreach (var command in new[]
            {
                "Set-UponAiNumberAssignment 101 agent_a",
                "Clear-UponAiNumberAssignment 101 -Confirm:$false",
                "Connect-UponAi -Token $token"
            })
            Assert.Contains(
                "'WorkspaceId'",
                (await ConnectedPlatform.RefusalOfAsync($"{command} -WorkspaceId {value}")).Message(),
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.6")]
    public async Task A_workspace_of_a_row_is_a_whole_number_from_1(string value)
    {
        var error = await ConnectedPlatform.RefusalOfAsync(
            $"@{{ Number = '101'; InboundAgents = 'agent_a'; WorkspaceId = '{value}' }} | Set-UponAiNumberAssignment");

        Assert.Equal("UponAi.InvalidRow", error.Id());
        Assert.Contains($"Column 'WorkspaceId' has '{value}'", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blanks_around_the_account_of_a_row_are_not_part_of_it()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            "@{ Number = '101'; InboundAgents = 'agent_a'; AccountSid = ' AC2 ' } | Set-UponAiNumberAssignment");

        Assert.StartsWith("""{"accountSid":"AC2",""", Assert.Single(platform.Bodies), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("8L")]
    [InlineData("8.0")]
    [InlineData("' 8 '")]
    public async Task A_workspace_may_be_given_as_any_whole_number(string value)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync($"Set-UponAiNumberAssignment 101 agent_a -WorkspaceId {value}");

        Assert.StartsWith(
            """{"accountSid":"AC1","workspaceId":8,""",
            Assert.Single(platform.Bodies),
            StringComparison.Ordinal);
    }
}
