using System.Net;
using System.Security;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Sets the default connection of the runspace. Sends no request.</summary>
[Cmdlet(VerbsCommunications.Connect, "UponAi", DefaultParameterSetName = TokenSet)]
[OutputType(typeof(UponAiConnection))]
public sealed class ConnectUponAiCommand : UponAiCommand
{
    private const string TokenSet = "Token";
    private const string CredentialSet = "Credential";

    private static readonly ConnectionSettings Defaults = new();

    [Parameter(ParameterSetName = TokenSet, Position = 0)]
    [SecureStringTransformation]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    [Parameter(ParameterSetName = CredentialSet, Mandatory = true,
        HelpMessage = "A credential whose password is the token. The user name is ignored.")]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    [Parameter]
    [Alias("account_sid")]
    [ValidateNotNullOrEmpty]
    public string? AccountSid { get; set; }

    [Parameter]
    [Alias("workspace_id")]
    [WholeNumberTransformation]
    [ValidateRange(1, int.MaxValue)]
    public int? WorkspaceId { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BaseUri { get; set; }

    [Parameter]
    [ValidateNotNull]
    [ValidateProxyAddress]
    public Uri? Proxy { get; set; }

    [Parameter]
    [Credential]
    [ValidateNotNull]
    public PSCredential? ProxyCredential { get; set; }

    [Parameter]
    [ConvertTo(typeof(RequestTimeout))]
    public RequestTimeout AttemptTimeout { get; set; } = new(Defaults.AttemptTimeout);

    [Parameter]
    [ConvertTo(typeof(RequestTimeout))]
    public RequestTimeout TotalTimeout { get; set; } = new(Defaults.TotalTimeout);

    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = Defaults.MaximumRetryCount;

    [Parameter] public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        var connection = Require(() => ConnectionFactory.Create(CreateSettings()));
        DefaultConnection.Set(connection);
        if (PassThru) WriteObject(connection);
    }

    private ConnectionSettings CreateSettings()
    {
        if (ProxyCredential is not null && Proxy is null)
        {
            throw new UponAiException(
                UponAiError.NotConnected,
                "-ProxyCredential was given without -Proxy, so no proxy would receive the credential. Give the address "
                + "of the proxy with -Proxy, or leave out -ProxyCredential.");
        }

        var environment = EnvironmentVariables.Read();
        return new ConnectionSettings
        {
            Token = Token ?? Credential?.Password ?? RequireToken(environment),
            AccountSid = AccountSid ?? environment.AccountSid,
            WorkspaceId = WorkspaceId ?? environment.WorkspaceId,
            BaseUri = environment.ResolveBaseUri(BaseUri),
            Proxy = Proxy is null
                ? null
                : new WebProxy(Proxy) { Credentials = ProxyCredential?.GetNetworkCredential() },
            AttemptTimeout = AttemptTimeout.Value,
            TotalTimeout = TotalTimeout.Value,
            MaximumRetryCount = MaximumRetryCount,
            UserAgent = UserAgent.Create(this),
        };
    }

    private static SecureString RequireToken(EnvironmentVariables environment) => environment.Token is { } token
        ? BearerToken.Protect(token)
        : throw new UponAiException(
            UponAiError.NotConnected,
            "No token. Give -Token or -Credential, or set the environment variable "
            + $"{EnvironmentVariables.TokenName}. Generate a token in the profile settings at app.uponai.com.");
}
