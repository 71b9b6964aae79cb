using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UponAi.Testing;

/// <summary>Certificates in memory: signed by an authority that a test process may trust, or by no authority.</summary>
public static class TestCertificates
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Lazy<X509Certificate2> Authority = new(MakeAuthority);

    /// <summary>Gets the certificate of the authority without its key.</summary>
    public static string AuthorityPem => Authority.Value.ExportCertificatePem();

    /// <summary>Creates a valid certificate for loopback.</summary>
    public static X509Certificate2 Good() =>
        Issue("localhost", IPAddress.Loopback, DateTimeOffset.UtcNow - Day, DateTimeOffset.UtcNow + Day);

    /// <summary>Creates a certificate for loopback that expired yesterday.</summary>
    public static X509Certificate2 Expired() =>
        Issue("localhost", IPAddress.Loopback, DateTimeOffset.UtcNow - 3 * Day, DateTimeOffset.UtcNow - Day);

    /// <summary>Creates a valid certificate for another host.</summary>
    public static X509Certificate2 ForAnotherHost() =>
        Issue("other.example", address: null, DateTimeOffset.UtcNow - Day, DateTimeOffset.UtcNow + Day);

    /// <summary>Creates a valid self-signed certificate for loopback.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var ephemeral = Request(key, "localhost", IPAddress.Loopback).CreateSelfSigned(
            DateTimeOffset.UtcNow - Day,
            DateTimeOffset.UtcNow + Day);
        return Usable(ephemeral);
    }

    private static X509Certificate2 MakeAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=UponAi test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow - 10 * Day, DateTimeOffset.UtcNow + 10 * Day);
    }

    private static X509Certificate2 Issue(string host, IPAddress? address, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued =
            Request(key, host, address).Create(Authority.Value, from, until, RandomNumberGenerator.GetBytes(8));
        using var ephemeral = issued.CopyWithPrivateKey(key);
        return Usable(ephemeral);
    }

    private static CertificateRequest Request(ECDsa key, string host, IPAddress? address)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (address is not null) names.AddIpAddress(address);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    // For TLS, Windows accepts only keys that were in a store or a file.
    private static X509Certificate2 Usable(X509Certificate2 ephemeral) =>
        X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), password: null);
}
