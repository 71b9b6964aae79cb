using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.Contract.Tests;

/// <summary>Tests that the client reads the lists of the sandbox in every form, completely or not at all.</summary>
public sealed class ListFormTests
{
    [Theory]
    [InlineData(ListForm.Items)]
    [InlineData(ListForm.Data)]
    [InlineData(ListForm.Array)]
    [InlineData(ListForm.Keys)]
    [InlineData(ListForm.Pages)]
    public async Task Every_form_has_the_same_rows(ListForm form)
    {
        var expected = await ListAsync(ListForm.Documented);

        Assert.Equal(expected, await ListAsync(form));
        Assert.True(expected.Length > 20);
    }

    [Fact]
    public async Task A_list_that_cannot_be_completed_is_an_error()
    {
        var error = await Assert.ThrowsAsync<UponAiException>(() => ListAsync(ListForm.Incomplete));

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.Contains("has_more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_number_does_not_affect_the_list_or_a_change()
    {
        await using var server = await StartAsync(ListForm.Unreadable);
        using var caller = new Caller(server.BaseUri);

        var numbers = await caller.Client.ListNumbersAsync(SandboxIds.AccountSid, TestTimeout.Token);

        var all = (await ListAsync(ListForm.Documented)).Count(
            row => row.StartsWith("number ", StringComparison.Ordinal));
        Assert.Equal(all - 1, numbers.Rows.Count);
        Assert.Equal(SandboxIds.UnreadableNumber, Assert.Single(numbers.Unreadable).Name);
        var outcome = await caller.UpdateAsync(
            new NumberAssignment { Number = NumberId.Parse(SandboxIds.UnreadableNumber), TimeRouting = true });
        Assert.True(outcome.PhoneNumber.IsTimeRoutingEnabled);
        Assert.Contains("'prod' for 'agent_version'", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    private static Task<SandboxServer> StartAsync(ListForm form) =>
        SandboxServer.StartAsync(new() { Answers = form }, TestTimeout.Token);

    private static async Task<string[]> ListAsync(ListForm form)
    {
        await using var server = await StartAsync(form);
        using var caller = new Caller(server.BaseUri);
        var numbers = await caller.Client.ListNumbersAsync(SandboxIds.AccountSid, TestTimeout.Token);
        var agents = await caller.Client.ListAgentsAsync(SandboxIds.WorkspaceId, TestTimeout.Token);
        var versions = await caller.Client.ListAgentVersionsAsync(
            "agent_support", SandboxIds.WorkspaceId, TestTimeout.Token);
        var workspaces = await caller.Client.ListWorkspacesAsync(TestTimeout.Token);
        return
        [
            .. numbers.Rows.Select(number => $"number {number.Number} {number.GetInbound()} {number.GetOutbound()}"),
            .. agents.Rows.Select(agent => $"agent {agent}"),
            .. versions.Rows.Select(agent => $"version {agent}"),
            .. workspaces.Rows.Select(workspace => $"workspace {workspace} {workspace.Name}"),
        ];
    }
}
