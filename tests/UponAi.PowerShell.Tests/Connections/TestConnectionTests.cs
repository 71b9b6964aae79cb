using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Connections;

/// <summary>Tests what Test-UponAiConnection concludes from the status of a response.</summary>
public sealed class TestConnectionTests
{
    [Theory]
    [InlineData(400, "Passed Unknown")]
    [InlineData(401, "Failed Unknown")]
    [InlineData(403, "Passed Failed")]
    [InlineData(404, "Passed Failed")]
    [InlineData(302, "Unknown Unknown")]
    [InlineData(407, "Unknown Unknown")]
    [InlineData(408, "Unknown Unknown")]
    [InlineData(429, "Unknown Unknown")]
    [InlineData(503, "Unknown Unknown")]
    // A page for the login to a network is not a list.
    [InlineData(200, "Unknown Unknown")]
    public async Task Only_an_answer_of_the_platform_itself_says_something_about_the_token(int status, string states)
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(_ => Reply.Json("{}", status)));

        var test = (await platform.RunAsync("Test-UponAiConnection | ForEach-Object { \"$($_.Token) $($_.Account)\" }"))
            .Single();

        Assert.Equal(states, test.ToString());
    }
}
