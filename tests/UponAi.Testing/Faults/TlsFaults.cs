using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>TLS connections that must fail, and TLS connections that must succeed.</summary>
internal static class TlsFaults
{
    internal static Fault[] Of(Asked asked) =>
    [
        new("TLS, self-signed", Secure(asked, TestCertificates.SelfSigned), "TlsFailed", "SecurityError", 1, AtOnce),
        new("TLS, expired", Secure(asked, TestCertificates.Expired), "TlsFailed", "SecurityError", 1, AtOnce),
        new(
            "TLS, for another host", Secure(asked, TestCertificates.ForAnotherHost), "TlsFailed", "SecurityError", 1,
            AtOnce),
        new(
            "TLS, an alert about the protocol version", Once(() => new GreetedPort(GreetedPort.ProtocolVersionAlert)),
            "TlsFailed", "SecurityError", 1, AtOnce),
        new(
            "TLS 1.0 alone", Once(() => new GreetedPort(GreetedPort.Tls10Hello)), "TlsFailed", "SecurityError", 1,
            AtOnce),
        new(
            "TLS, a reset in the greeting", Once(() => new GreetedPort([])), "ConnectionFailed", "ConnectionError", 5,
            FourWaits),
        .. Trusted(asked),
    ];

    /// <summary>
    /// The faults that need a process which trusts the authority of the tests. See <see cref="TestTrust"/>.
    /// </summary>
    private static Fault[] Trusted(Asked asked) => !TestTrust.IsPossible ? [] :
    [
        new("TLS, all well", Secure(asked, TestCertificates.Good), null, null, 1, AtOnce),
        new(
            "TLS, a cut-off body",
            Once(() => ScriptedServer.AlwaysTls(TestCertificates.Good(), Reply.CutOff(asked.Good))), "InvalidResponse",
            "ProtocolError", 5, FourWaits),
        new(
            "HTTP/2, all well", async () => await Http2Server.AnsweringAsync(TestCertificates.Good(), asked.Good), null,
            null, 1, AtOnce),
        new(
            "HTTP/2, a reset stream, then an answer",
            async () => await Http2Server.ResettingAsync(TestCertificates.Good(), 1, asked.Good), null, null, 2,
            FourWaits),
        new(
            "HTTP/2, reset streams",
            async () => await Http2Server.ResettingAsync(TestCertificates.Good(), int.MaxValue, asked.Good),
            "ConnectionFailed", "ConnectionError", 5, FourWaits),
    ];

    private static Func<Task<IFaultyPlatform>> Secure(
        Asked asked,
        Func<System.Security.Cryptography.X509Certificates.X509Certificate2> certificate) =>
        Once(() => ScriptedServer.AlwaysTls(certificate(), Reply.Json(asked.Good)));
}
