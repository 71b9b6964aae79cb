using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>
/// Refuses null and empty arguments. They often come from a lookup without a result or from a misspelt variable, and
/// must not clear anything. Only the word <c>none</c> clears.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateNotBlankAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        var value = PSObjectProperties.Unwrap(arguments);
        var isBlank = value is AgentRefCollection agents
            ? agents.Count == 0 && !ReferenceEquals(agents, AgentRefCollection.None)
            : ScalarConverter.IsBlank(value);
        if (!isBlank) return;
        throw new ValidationMetadataException(
            "The value is $null or empty, perhaps because of a lookup without a result or a misspelt variable. Such a "
            + "value clears nothing. Give a value, or leave out the parameter. To remove what is bound, give 'none', "
            + "or use Clear-UponAiNumberAssignment.");
    }
}

/// <summary>
/// Accepts only addresses of supported proxies. Another address would only fail later, with every request.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateProxyAddressAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        // The messages do not show the address, because it may contain a password.
        if (arguments is not Uri
            {
                IsAbsoluteUri: true,
                Host.Length: > 0,
                Scheme: "http" or "https" or "socks4" or "socks4a" or "socks5",
            } proxy)
        {
            throw new ValidationMetadataException(
                "The proxy is not an absolute http, https or socks URL. Give an address such as "
                + "http://proxy.example.com:8080.");
        }

        // .NET takes the credentials of a proxy only from its settings.
        if (proxy.UserInfo.Length == 0) return;
        throw new ValidationMetadataException(
            "The proxy address contains a user name or password, which would not be used. Give them with "
            + "-ProxyCredential.");
    }
}
