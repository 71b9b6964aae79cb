using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.ClearAssignment;

/// <summary>Tests the question before a change, and the effect of each answer.</summary>
public sealed class ConfirmTests
{
    [Theory]
    [InlineData("Set-UponAiNumberAssignment 101, 102, 103 agent_a -Confirm", "Set inbound to agent_a")]
    [InlineData("'101', '102', '103' | Clear-UponAiNumberAssignment -Inbound", "Remove inbound")]
    [InlineData(
        "$ConfirmPreference = 'Medium'; Set-UponAiNumberAssignment 101, 102, 103 agent_a",
        "Set inbound to agent_a")]
    public async Task Only_the_numbers_that_are_answered_with_yes_are_changed(string script, string change)
    {
        await using var platform = await AnsweringAsync("Yes", "No", "Yes");

        var outcome = await platform.RunAsync(script);

        Assert.Equal(["101", "103"], outcome.Texts);
        Assert.Empty(outcome.Errors);
        Assert.Equal(["101", "103"], platform.Numbers.Order(StringComparer.Ordinal));
        Assert.Equal(
            new[] { "101", "102", "103" }.Select(
                number => $"Performing the operation \"{change}\" on target \"{number}\"."),
            platform.Engine.Screen.Questions.Select(question => question.Split('\n')[^1]));
    }

    [Fact]
    public async Task No_to_all_changes_nothing_and_makes_no_connection()
    {
        await using var platform = await AnsweringAsync("No to All");

        var outcome = await platform.RunAsync("Clear-UponAiNumberAssignment 101, 102");

        Assert.Empty(outcome.Output);
        Assert.Single(platform.Engine.Screen.Questions);
        Assert.Equal(0, platform.Server.ConnectionCount);
    }

    [Fact]
    public async Task Yes_to_all_asks_once()
    {
        await using var platform = await AnsweringAsync("Yes to All");

        Assert.Equal(["101", "102"], (await platform.RunAsync("Clear-UponAiNumberAssignment 101, 102")).Texts);

        Assert.Single(platform.Engine.Screen.Questions);
    }

    [Theory]
    [InlineData("Clear-UponAiNumberAssignment 101 -Confirm:$false")]
    [InlineData("$ConfirmPreference = 'None'; Clear-UponAiNumberAssignment 101")]
    [InlineData("Set-UponAiNumberAssignment 101 agent_a")]
    public async Task Unattended_use_and_Set_ask_nothing(string script)
    {
        await using var platform = await AnsweringAsync();

        Assert.Equal("101", (await platform.RunAsync(script)).Single().ToString());

        Assert.Empty(platform.Engine.Screen.Questions);
    }

    [Theory]
    [InlineData("Clear-UponAiNumberAssignment 101, 102")]
    [InlineData("Set-UponAiNumberAssignment 101, 102 agent_a -Confirm")]
    public async Task A_question_that_nobody_can_answer_ends_the_command_and_names_the_parameter(string script)
    {
        await using var platform = await AnsweringAsync();

        var error = (await platform.RunAsync(script)).SingleError();

        Assert.StartsWith("101 was not changed, because the command could not ask for a confirmation: ",
            error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("give -Confirm:$false.", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(platform.Numbers);
    }

    private static async Task<ConnectedPlatform> AnsweringAsync(params string[] answers)
    {
        var platform = await ConnectedPlatform.AgreeingAsync();
        foreach (var answer in answers) platform.Engine.Screen.Answers.Enqueue(answer);
        return platform;
    }
}
