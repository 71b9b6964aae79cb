using System.Security.Cryptography.X509Certificates;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

public sealed class TlsTests
{
    public static TheoryData<string, string> Certificates => new()
    {
        { nameof(TestCertificates.SelfSigned), "UntrustedRoot" },
        { nameof(TestCertificates.Expired), "NotTimeValid" },
        { nameof(TestCertificates.ForAnotherHost), "RemoteCertificateNameMismatch" },
    };

    [Theory]
    [MemberData(nameof(Certificates))]
    public async Task A_certificate_that_will_not_do_is_an_error_with_its_reason_and_gets_no_request(
        string certificate,
        string reason)
    {
        await using var platform =
            Platform.Of(ScriptedServer.StartTls(Certificate(certificate), Reply.Json(UpdateAnswers.Of())));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(UponAiError.TlsFailed, error.Error);
        Assert.StartsWith(
            $"No secure connection to {platform.Server.BaseUri.Authority}: ",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Empty(platform.Server.Requests);
    }

    [Fact]
    public async Task A_port_that_speaks_plain_HTTP_is_an_error_and_gets_no_request()
    {
        await using var server = ScriptedServer.Start(Reply.Json(UpdateAnswers.Of()));
        var settings = Settings.For(new UriBuilder(server.BaseUri) { Scheme = "https" }.Uri);
        using var client = new UponAiClient(settings, new SkippingTime(settings));

        var error = await Assert.ThrowsAsync<UponAiException>(
            () => client.UpdateAsync(TestAssignments.Inbound("agent_a"), TestAssignments.Scope, TestTimeout.Token));

        Assert.Equal(UponAiError.TlsFailed, error.Error);
        Assert.Equal(1, error.Request!.Attempts);
        Assert.Empty(server.Requests);
    }

    private static X509Certificate2 Certificate(string name) => name switch
    {
        nameof(TestCertificates.Expired) => TestCertificates.Expired(),
        nameof(TestCertificates.ForAnotherHost) => TestCertificates.ForAnotherHost(),
        _ => TestCertificates.SelfSigned(),
    };
}
