using System.Net;
using System.Net.Security;

namespace UponAi.Desktop;

/// <summary>
/// The HTTP settings of the .NET Framework process. A module must not change them, because other modules use them too.
/// </summary>
internal sealed record ProcessSettings(
    SecurityProtocolType SecurityProtocol,
    int DefaultConnectionLimit,
    int MaxServicePointIdleTime,
    int DnsRefreshTimeout,
    bool Expect100Continue,
    bool UseNagleAlgorithm,
    bool CheckCertificateRevocationList,
    RemoteCertificateValidationCallback ServerCertificateValidationCallback,
    IWebProxy DefaultWebProxy)
{
    /// <summary>Sets the defaults of Windows PowerShell 5.1: two connections per host, and no TLS 1.2.</summary>
    internal static ProcessSettings AsInWindowsPowerShell()
    {
        ServicePointManager.DefaultConnectionLimit = 2;
#pragma warning disable CA5364, CA5386, CS0618 // It is what users have.
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls;
#pragma warning restore CA5364, CA5386, CS0618
        return Current();
    }

    internal void AssertUnchanged()
    {
        if (Current() != this)
            throw new InvalidOperationException($"Settings of the process were {this}, and are {Current()}.");
        Console.WriteLine("unchanged settings of the process");
    }

    private static ProcessSettings Current() => new(
        ServicePointManager.SecurityProtocol,
        ServicePointManager.DefaultConnectionLimit,
        ServicePointManager.MaxServicePointIdleTime,
        ServicePointManager.DnsRefreshTimeout,
        ServicePointManager.Expect100Continue,
        ServicePointManager.UseNagleAlgorithm,
        ServicePointManager.CheckCertificateRevocationList,
        ServicePointManager.ServerCertificateValidationCallback,
        WebRequest.DefaultWebProxy);
}
