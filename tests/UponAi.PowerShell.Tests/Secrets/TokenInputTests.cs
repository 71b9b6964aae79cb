using System.Management.Automation;
using System.Security;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Secrets;

/// <summary>Tests the ways to give the token, and that no output shows it.</summary>
public sealed class TokenInputTests
{
    [Theory]
    [InlineData("Connect-UponAi -Token $text")]
    [InlineData("Connect-UponAi $text")]
    [InlineData("Connect-UponAi -Token @($text)")]
    [InlineData("Connect-UponAi -Token @{ Token = $text }")]
    public async Task A_token_as_plain_text_is_refused_without_being_shown(string script)
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(script, ("text", ConnectedPlatform.Token));

        Assert.Contains("must be a SecureString", outcome.SingleError().Message(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            outcome.AllText(),
            text => text.Contains(ConnectedPlatform.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(ConnectedPlatform.Token, engine.Screen.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("unicode\u00e9")]
    public async Task A_token_that_no_header_can_carry_is_refused_without_being_shown(string token)
    {
        using var engine = new Engine();
        var secret = new SecureString();
        foreach (var c in token) secret.AppendChar(c);

        var outcome = await engine.RunAsync("Connect-UponAi -Token $secret", ("secret", secret));

        Assert.Equal("UponAi.InvalidToken", outcome.SingleError().Id());
        if (token.Length > 0)
            Assert.DoesNotContain(outcome.AllText(), text => text.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Credential $credential")]
    [InlineData("-Token $credential")]
    public async Task A_credentials_password_serves_as_the_token(string parameter)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        var credential = new PSCredential("anybody", ConnectedPlatform.Secret);

        await platform.RunAsync(
            $"Connect-UponAi {parameter} -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri; "
            + "Set-UponAiNumberAssignment 101 agent_a",
            ("credential", credential));

        Assert.Equal(
            "Bearer " + ConnectedPlatform.Token,
            Assert.Single(platform.Server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task The_connection_has_no_member_that_gives_the_token_away()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync("(Get-UponAiConnection).PSObject.Properties.Name");

        Assert.Equal(
            ["BaseUri", "AccountSid", "WorkspaceId", "AttemptTimeout", "TotalTimeout", "MaximumRetryCount", "IsClosed"],
            outcome.Texts);
    }
}
