using System.Security;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Secrets;

/// <summary>Tests that no text of a user or a file can end a header and begin another header.</summary>
public sealed class HeaderInjectionTests
{
    private const string Evil = "x\r\nX-Evil: 1";

    [Theory]
    [InlineData("Set-UponAiNumberAssignment \"101`r`nX-Evil: 1\" -InboundAgent agent_a", "UponAi.InvalidNumber")]
    [InlineData(
        "[pscustomobject]@{ Number = $evil; InboundAgent = 'agent_a' } | Set-UponAiNumberAssignment",
        "UponAi.InvalidNumber")]
    [InlineData("Set-UponAiNumberAssignment 101 -InboundAgent $evil", "ParameterArgumentTransformationError")]
    [InlineData("Set-UponAiNumberAssignment 101 -InboundWebhookUrl \"https://$evil\"", "UponAi.InvalidWebhookUrl")]
    [InlineData("Connect-UponAi -Token $token -BaseUri \"https://$evil\"", "UponAi.InvalidBaseUri")]
    [InlineData("Connect-UponAi -Token $evilToken -BaseUri $uri", "UponAi.InvalidToken")]
    [InlineData("Connect-UponAi -Token $token -AccountSid $evil -BaseUri $uri", "UponAi.InvalidAccountSid")]
    [InlineData("Set-UponAiNumberAssignment 101 agent_a -AccountSid $evil", "UponAi.InvalidAccountSid")]
    [InlineData(
        "@{ Number = 101; InboundAgent = 'agent_a'; AccountSid = $evil } | Set-UponAiNumberAssignment",
        "UponAi.InvalidAccountSid")]
    [InlineData("Clear-UponAiNumberAssignment $evil -Confirm:$false", "UponAi.InvalidNumber")]
    [InlineData("@{ Number = $evil } | Compare-UponAiNumberAssignment", "UponAi.InvalidNumber")]
    [InlineData("Get-UponAiNumber -AccountSid $evil", "UponAi.InvalidAccountSid")]
    [InlineData("Get-UponAiAgent $evil -AllVersions", "UponAi.InvalidAgentRef")]
    public async Task A_line_break_is_refused_before_anything_is_sent(string script, string id)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        var evilToken = new SecureString();
        foreach (var c in Evil) evilToken.AppendChar(c);

        var outcome = await platform.RunAsync(
            script, ("evil", Evil), ("evilToken", evilToken), ("token", ConnectedPlatform.Secret),
            ("uri", platform.Server.BaseUri));

        Assert.Equal(id, Assert.Single(outcome.Errors).Id());
        Assert.Empty(platform.Server.Requests);
    }
}
