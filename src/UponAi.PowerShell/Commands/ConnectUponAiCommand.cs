using System.Management.Automation;
using System.Net;
using System.Security;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Sets the connection that the commands of this runspace use. Makes no request itself.</summary>
[Cmdlet(VerbsCommunications.Connect, "UponAi", DefaultParameterSetName = TokenSet)]
[OutputType(typeof(UponAiConnection))]
public sealed class ConnectUponAiCommand : UponAiCommand
{
    private const string TokenSet = "Token";
    private const string CredentialSet = "Credential";

    /// <summary>The bearer token; by default that of the environment variable UPONAI_TOKEN.</summary>
    [Parameter(ParameterSetName = TokenSet, Position = 0, HelpMessage = "The bearer token, as a SecureString. By default that of the environment variable UPONAI_TOKEN.")]
    [Secret]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    /// <summary>A credential whose password is the token; the user name does not count.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true, HelpMessage = "A credential whose password is the token; the user name does not count.")]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The account that commands use unless told otherwise; by default UPONAI_ACCOUNT_SID.</summary>
    [Parameter(HelpMessage = "The account's sid that commands use unless told otherwise. By default that of the environment variable UPONAI_ACCOUNT_SID.")]
    [Alias("account_sid")]
    [ValidateNotNullOrEmpty]
    public string? AccountSid { get; set; }

    /// <summary>The workspace that commands use unless told otherwise; by default UPONAI_WORKSPACE_ID.</summary>
    [Parameter(HelpMessage = "The workspace's id that commands use unless told otherwise. By default that of the environment variable UPONAI_WORKSPACE_ID.")]
    [Alias("workspace_id")]
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    public int? WorkspaceId { get; set; }

    /// <summary>Where the platform is: https, or http on loopback; by default UPONAI_BASE_URI, else production.</summary>
    [Parameter(HelpMessage = "The platform's address: https, or http on loopback. By default that of the environment variable UPONAI_BASE_URI, else production.")]
    [ValidateNotNullOrEmpty]
    public string? BaseUri { get; set; }

    /// <summary>The proxy; by default the system's.</summary>
    [Parameter(HelpMessage = "The proxy's address, such as http://proxy.example.com:8080. By default the system's proxy.")]
    [ValidateNotNull]
    [ProxyAddress]
    public Uri? Proxy { get; set; }

    /// <summary>Who to be at the proxy.</summary>
    [Parameter(HelpMessage = "The user name and password for the proxy.")]
    [Credential]
    [ValidateNotNull]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>How long one attempt may take; a number means seconds.</summary>
    [Parameter(HelpMessage = "How long one attempt may take, as a TimeSpan or in seconds; 30 seconds by default.")]
    [Duration]
    public TimeSpan AttemptTimeout { get; set; } = new ConnectionSettings().AttemptTimeout;

    /// <summary>How long one assignment may take, its retries and their waits included; a number means seconds.</summary>
    [Parameter(HelpMessage = "How long one assignment may take with its retries and their waits, as a TimeSpan or in seconds; 5 minutes by default.")]
    [Duration]
    public TimeSpan TotalTimeout { get; set; } = new ConnectionSettings().TotalTimeout;

    /// <summary>How often a failed attempt is repeated, where that is safe and may help.</summary>
    [Parameter(HelpMessage = "How often a failed attempt is repeated, where that is safe and may help; 4 by default, 0 for never.")]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = new ConnectionSettings().MaximumRetryCount;

    /// <summary>Hands out the connection, for -Connection.</summary>
    [Parameter(HelpMessage = "Hand out the connection, for the parameter -Connection of the other commands.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Require(() => ConnectionFactory.Open(Settings()));
        DefaultConnection.Use(connection);
        if (PassThru) WriteObject(connection);
    }

    private ConnectionSettings Settings()
    {
        var environment = EnvironmentVariables.Read();
        var address = BaseUri ?? environment.BaseUri;
        return new ConnectionSettings
        {
            Token = Token ?? Credential?.Password ?? FromEnvironment(environment),
            AccountSid = AccountSid ?? environment.AccountSid,
            WorkspaceId = WorkspaceId ?? environment.WorkspaceId,
            BaseUri = address is null ? ConnectionSettings.DefaultBaseUri : BaseAddress.Parse(address),
            Proxy = Proxy is null ? null : new WebProxy(Proxy) { Credentials = ProxyCredential?.GetNetworkCredential() },
            AttemptTimeout = AttemptTimeout,
            TotalTimeout = TotalTimeout,
            MaximumRetryCount = MaximumRetryCount,
            UserAgent = UserAgent.Of(this),
        };
    }

    private static SecureString FromEnvironment(EnvironmentVariables environment) => environment.Token is { } token
        ? BearerToken.Protect(token)
        : throw new UponAiException(
            UponAiError.NotConnected, $"No token. Give -Token or -Credential, or set the environment variable {EnvironmentVariables.TokenName}. Tokens are generated in the profile settings at app.uponai.com.");
}
