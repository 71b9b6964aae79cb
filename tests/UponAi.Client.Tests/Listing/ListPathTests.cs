using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>Tests that a name from a caller is one segment of the path, or is refused.</summary>
public sealed class ListPathTests
{
    [Theory]
    [InlineData("29e90072-fb58-4c6c-870a-43005115131e", "/api/numbers/29e90072-fb58-4c6c-870a-43005115131e")]
    [InlineData("a/../b", "/api/numbers/a%2F..%2Fb")]
    [InlineData("a?b#c", "/api/numbers/a%3Fb%23c")]
    [InlineData("%2e%2e", "/api/numbers/%252e%252e")]
    [InlineData("a b+c", "/api/numbers/a%20b%2Bc")]
    [InlineData("größe", "/api/numbers/gr%C3%B6%C3%9Fe")]
    public async Task An_account_is_percent_encoded(string account, string target)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("[]"));

        await platform.ListNumbersAsync(account);

        Assert.Equal(target, Assert.Single(platform.Server.Requests).Target);
    }

    [Fact]
    public async Task An_agent_is_percent_encoded()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("[]"));

        await platform.ListAgentVersionsAsync("../numbers/a?b", 12);

        Assert.Equal(
            "/api/agents/..%2Fnumbers%2Fa%3Fb/versions?workspaceId=12",
            Assert.Single(platform.Server.Requests).Target);
    }

    [Theory]
    [InlineData("", "'' is not an account sid: it is empty.")]
    [InlineData("  ", "'' is not an account sid: it is empty.")]
    [InlineData(".", "'.' is not an account sid: it consists of dots.")]
    [InlineData("..", "'..' is not an account sid: it consists of dots.")]
    [InlineData("...", "'...' is not an account sid: it consists of dots.")]
    [InlineData("a\r\nb", "'a b' is not an account sid: it contains the invisible character U+000D.")]
    [InlineData("a\0b", "'ab' is not an account sid: it contains the invisible character U+0000.")]
    [InlineData("a\u202eb", "'ab' is not an account sid: it contains the invisible character U+202E.")]
    [InlineData("a\U0001f600b", "'a\U0001f600b' is not an account sid: it contains a character beyond U+FFFF.")]
    public async Task An_account_that_no_encoding_makes_safe_is_refused(string account, string message)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("[]"));

        var error = await platform.FailToListNumbersAsync(account);

        Assert.Equal(
            (UponAiError.InvalidAccountSid, message + " Copy the account sid again from the platform."),
            (error.Error, error.Message));
        Assert.Equal(0, platform.Server.ConnectionCount);
    }

    [Theory]
    [InlineData("..", "'..' is not an agent id: it consists of dots. Copy the agent id again from the platform.")]
    [InlineData(
        "agent\u001b[31m",
        "'agent' is not an agent id: it contains the invisible character U+001B. Copy the agent id again "
        + "from the platform.")]
    public async Task An_agent_is_equal_by_value(string agent, string message)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("[]"));

        var error = await platform.FailToListAgentVersionsAsync(agent);

        Assert.Equal((UponAiError.InvalidAgentRef, message), (error.Error, error.Message));
        Assert.Equal(0, platform.Server.ConnectionCount);
    }

    [Fact]
    public async Task The_path_of_the_base_address_goes_in_front()
    {
        await using var server = ScriptedServer.Start(_ => Reply.Json("[]"));
        using var client = new UponAiClient(Settings.For(new Uri(server.BaseUri, "/voice/v2/")));

        await client.ListNumbersAsync("AC1", TestTimeout.Token);
        await client.ListAgentsAsync(7, TestTimeout.Token);
        await client.ListAgentVersionsAsync("agent_a", 7, TestTimeout.Token);

        Assert.Equal(
            ["/voice/v2/api/numbers/AC1",
                "/voice/v2/api/agents?workspaceId=7&limit=1000",
                "/voice/v2/api/agents/agent_a/versions?workspaceId=7"],
            server.Requests.Select(request => request.Target));
    }
}
