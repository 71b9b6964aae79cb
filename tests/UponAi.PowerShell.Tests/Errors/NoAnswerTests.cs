using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Errors;

/// <summary>Rows whose request gets no answer at all. The next row is tried as well.</summary>
public sealed class NoAnswerTests
{
    [Fact]
    public async Task A_port_where_nobody_listens_ends_the_row_as_ConnectionFailed()
    {
        using var port = new RefusingPort();

        await FailsAsync(port.BaseUri, "-MaximumRetryCount 0", "UponAi.ConnectionFailed", ErrorCategory.ConnectionError, $"No answer from {port.BaseUri.Authority}");
    }

    [Fact]
    public async Task A_host_that_does_not_exist_ends_the_row_as_ConnectionFailed() => await FailsAsync(
        new Uri("https://nowhere.invalid"), "-MaximumRetryCount 0", "UponAi.ConnectionFailed", ErrorCategory.ConnectionError, "No answer from nowhere.invalid");

    [Fact]
    public async Task A_server_that_stays_silent_ends_the_row_as_Timeout()
    {
        await using var server = ScriptedServer.Start(_ => Reply.Silence());

        await FailsAsync(server.BaseUri, "-MaximumRetryCount 0 -AttemptTimeout 0.05", "UponAi.Timeout", ErrorCategory.OperationTimeout, "within the attempt timeout (0.05 s), tried once.");
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_ends_the_row_as_TlsFailed()
    {
        await using var server = ScriptedServer.StartTls(TestCertificates.SelfSigned());

        await FailsAsync(server.BaseUri, "", "UponAi.TlsFailed", ErrorCategory.SecurityError, $"No secure connection to {server.BaseUri.Authority}");
        Assert.Empty(server.Requests);
    }

    private static async Task FailsAsync(Uri baseUri, string more, string id, ErrorCategory category, string message)
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            $"Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri {more}; try {{ '101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_a }} catch {{ 'terminated' }}",
            ("token", ConnectedPlatform.Secret),
            ("uri", baseUri));

        Assert.Empty(outcome.Output);
        Assert.Equal(["101", "102"], outcome.Errors.Select(error => error.Target()));
        Assert.All(outcome.Errors, error => Assert.Equal((id, category), (error.Id(), error.Category())));
        Assert.Contains(message, outcome.Errors[0].Message(), StringComparison.Ordinal);
    }
}
