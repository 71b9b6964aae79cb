using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Listing;

/// <summary>Tests that Get-UponAiWorkspace reports what is missing, and only the unreadable rows that matter.</summary>
public sealed class GetWorkspaceTests
{
    private const string Readable = """{"id":1,"name":"Main"},{"id":2,"name":"Branch office"}""";
    private const string UnreadableName = "Other";
    private const string Unreadable = $$"""{{Readable}},{"name":"{{UnreadableName}}","id":"x"}""";
    private const string Unnamed = Readable + ",{}";

    [Theory]
    [InlineData(Readable, "", "1 2")]
    [InlineData(Readable, "2, 1", "1 2")]
    [InlineData(Readable, "-Name BRANCH*", "2")]
    [InlineData(Readable, "-Name main", "1")]
    [InlineData(Readable, "-Name nobody*", "")]
    [InlineData(Readable, "1 -Name 'branch office'", "")]
    [InlineData(Unreadable, "1", "1")]
    [InlineData(Unreadable, "-Name Main", "1")]
    [InlineData(Unnamed, "2", "2")]
    public async Task Requested_workspaces_come_out_without_errors(string rows, string filter, string workspaces)
    {
        var outcome = await ListAsync(rows, filter);

        Assert.Empty(outcome.Errors);
        Assert.Equal(workspaces, string.Join(' ', outcome.Texts));
    }

    [Theory]
    [InlineData(
        "1, 3", "3", "The token has no workspace 3. Get-UponAiWorkspace without -WorkspaceId returns all workspaces.")]
    [InlineData(
        "-Name Main, 'Branch'", "Branch",
        "The token has no workspace 'Branch'. Get-UponAiWorkspace without -Name returns all workspaces.")]
    public async Task A_missing_workspace_is_an_error_and_the_others_are_listed(
        string filter, string target, string message)
    {
        var outcome = await ListAsync(Readable, filter);

        Assert.Equal(["1"], outcome.Texts);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal(
            ("UponAi.NotFound", message, target), (error.Id(), error.Message(), $"{error.TargetObject}"));
    }

    [Theory]
    [InlineData(Unreadable, "", UnreadableName, "In the list of the workspaces, the row of Other cannot be read: ")]
    [InlineData(Unreadable, "-Name o*", UnreadableName, "In the list of the workspaces, the row of Other cannot ")]
    [InlineData(Unreadable, "-Name other", UnreadableName, "In the list of the workspaces, the row of Other cannot ")]
    [InlineData(Unreadable, "3", "3", "The token may have workspace 3 in a row that cannot be read: ")]
    [InlineData(Unnamed, "3", "3", "The token may have workspace 3 in a row that cannot be read: ")]
    [InlineData(Unnamed, "-Name Third", "Third", "The token may have workspace 'Third' in a row that cannot be read: ")]
    [InlineData(Unnamed, "-Name Main", "", "In the list of the workspaces, a row cannot be read: ")]
    [InlineData(Unnamed, "-Name T*", "", "In the list of the workspaces, a row cannot be read: ")]
    public async Task An_unreadable_workspace_that_may_be_requested_is_one_error(
        string rows, string filter, string target, string message)
    {
        var error = Assert.Single((await ListAsync(rows, filter)).Errors);

        Assert.Equal(("UponAi.InvalidResponse", target), (error.Id(), $"{error.TargetObject}"));
        Assert.StartsWith(message, error.Message(), StringComparison.Ordinal);
    }

    private static async Task<Outcome> ListAsync(string rows, string filter)
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(Reply.Json($"[{rows}]"));
        return await platform.RunAsync("Get-UponAiWorkspace " + filter);
    }
}
