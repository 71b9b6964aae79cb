using UponAi.Contract.Tests.Judging;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.Contract.Tests;

/// <summary>
/// Tests that the client requests lists as the contract says, and reads every list that the contract allows.
/// </summary>
public sealed class ListFetcherTests(SharedJudges judges)
{
    private const int Draws = 100;

    [Fact]
    public async Task All_lists_of_the_sandbox_pass_the_judge_to_their_end()
    {
        var judge = await judges.BeforeSandboxAsync();
        using var caller = new Caller(judge.BaseUri);

        var numbers = await caller.Client.ListNumbersAsync(SandboxIds.AccountSid, TestTimeout.Token);
        var agents = await caller.Client.ListAgentsAsync(SandboxIds.WorkspaceId, TestTimeout.Token);
        var versions =
            await caller.Client.ListAgentVersionsAsync("agent_support", SandboxIds.WorkspaceId, TestTimeout.Token);

        Assert.Equal("", judge.Objections);
        Assert.Equal((19, 13, 5), (numbers.Rows.Count, agents.Rows.Count, versions.Rows.Count));
        // The client requests the page after the last agent with the id and the version of that agent. The page is
        // empty.
        Assert.Equal((1, 2, 1), (numbers.Requests.Count, agents.Requests.Count, versions.Requests.Count));
    }

    [Fact]
    public async Task Every_name_of_an_account_or_agent_makes_a_valid_path()
    {
        var judge = await judges.AnsweringAlikeAsync();
        using var caller = new Caller(judge.BaseUri);

        var names = Enumerable.Range(' ', '~' - ' ' + 1).Select(code => $"a{(char)code}b");
        foreach (var name in names.Append("é").Append(".a"))
        {
            Assert.Equal(
                "string",
                Assert.Single((await caller.Client.ListNumbersAsync(name, TestTimeout.Token)).Rows).Number);
            Assert.Equal(
                "string",
                Assert.Single((await caller.Client.ListAgentVersionsAsync(name, -1, TestTimeout.Token)).Rows).AgentId);
        }

        Assert.Equal("", judge.Objections);
    }

    [Fact]
    public async Task Lists_by_chance_are_read_or_say_that_they_could_not_be_had()
    {
        var judge = await judges.AnsweringByChanceAsync();
        using var caller = new Caller(judge.BaseUri);
        var (numbers, agents, versions, refused) = (0, 0, 0, 0);

        for (var draw = 0; draw < Draws; draw++)
        {
            versions += (await caller.Client.ListAgentVersionsAsync("agent_a", draw, TestTimeout.Token)).Rows.Count;
            try
            {
                agents += (await caller.Client.ListAgentsAsync(draw, TestTimeout.Token)).Rows.Count;
            }
            catch (UponAiException e) when (IsEndless(e))
            {
                // Two pages that happen to end with the same agent.
            }

            try
            {
                numbers += (await caller.Client.ListNumbersAsync("AC1", TestTimeout.Token)).Rows.Count;
            }
            catch (UponAiException e) when (e.ErrorId == "UponAi.RequestFailed")
            {
                refused++;
            }
        }

        Assert.True(
            numbers > 0 && agents > 0 && versions > 0 && refused > 0,
            $"{numbers} numbers, {agents} agents, {versions} versions, {refused} refused");
    }

    [Fact]
    public async Task A_list_that_gives_the_same_page_again_and_again_ends_in_an_error()
    {
        var judge = await judges.AnsweringAlikeAsync();
        using var caller = new Caller(judge.BaseUri);

        var error =
            await Assert.ThrowsAsync<UponAiException>(() => caller.Client.ListAgentsAsync(1, TestTimeout.Token));

        Assert.True(IsEndless(error), error.ToString());
        Assert.Contains("gives the key 'string' for the next page again", error.Message, StringComparison.Ordinal);
        Assert.Equal("", judge.Objections);
    }

    private static bool IsEndless(UponAiException error) =>
        error.ErrorId == "UponAi.InvalidResponse"
        && error.Message.Contains(" for the next page again", StringComparison.Ordinal);
}
