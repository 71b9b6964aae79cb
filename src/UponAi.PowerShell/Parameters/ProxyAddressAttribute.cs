using System.Management.Automation;

namespace UponAi.PowerShell.Parameters;

/// <summary>Takes the address of a proxy of a kind that exists. Others would fail every request, long after they were given.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProxyAddressAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is Uri { IsAbsoluteUri: true, Host.Length: > 0, Scheme: "http" or "https" or "socks4" or "socks4a" or "socks5" }) return;
        // Not shown: it may hold a password.
        throw new ValidationMetadataException("The proxy is not an absolute http, https or socks URL; give an address such as http://proxy.example.com:8080.");
    }
}
