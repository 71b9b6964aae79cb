using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Errors;

public sealed class NoAnswerTests
{
    [Fact]
    public async Task A_port_where_nobody_listens_ends_each_row_as_ConnectionFailed()
    {
        await using var port = new RefusingPort();
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri -MaximumRetryCount "
            + "0; try { '101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_a } catch { "
            + "'terminated' }",
            ("token", ConnectedPlatform.Secret),
            ("uri", port.BaseUri));

        Assert.Empty(outcome.Output);
        Assert.Equal(["101", "102"], outcome.Errors.Select(error => error.Target()));
        Assert.All(
            outcome.Errors,
            error =>
                Assert.Equal(
                    ("UponAi.ConnectionFailed", ErrorCategory.ConnectionError),
                    (error.Id(), error.Category())));
        Assert.Contains(
            $"No response from {port.BaseUri.Authority}",
            outcome.Errors[0].Message(),
            StringComparison.Ordinal);
    }
}
