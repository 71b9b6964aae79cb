using System.Globalization;

namespace UponAi.PowerShell.Connections;

/// <summary>
/// The environment variables that replace Connect-UponAi, or its omitted parameters. An empty variable counts as not
/// set. A record, because <see cref="DefaultConnection"/> compares two readings.
/// </summary>
internal sealed record EnvironmentVariables(string? Token, string? AccountSid, string? WorkspaceIdText, string? BaseUri)
{
    internal const string TokenName = "UPONAI_TOKEN";
    internal const string AccountSidName = "UPONAI_ACCOUNT_SID";
    internal const string WorkspaceIdName = "UPONAI_WORKSPACE_ID";
    internal const string BaseUriName = "UPONAI_BASE_URI";

    internal int? WorkspaceId
    {
        get
        {
            if (WorkspaceIdText is null) return null;
            return int.TryParse(WorkspaceIdText, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
                ? id
                : throw new UponAiException(
                    UponAiError.NotConnected,
                    $"The environment variable {WorkspaceIdName} is '{DisplayText.Sanitize(WorkspaceIdText)}'. A "
                    + $"workspace id is a whole number from 1{DisplayText.QuotationMarkClause(WorkspaceIdText)}.");
        }
    }

    /// <summary>Returns the address of the platform: a given address, else the variable, else the default.</summary>
    internal Uri ResolveBaseUri(string? given) =>
        (given ?? BaseUri) is { } address ? BaseAddress.Parse(address) : ConnectionSettings.DefaultBaseUri;

    internal static EnvironmentVariables Read() =>
        new(GetValue(TokenName), GetValue(AccountSidName), GetValue(WorkspaceIdName), GetValue(BaseUriName));

    /// <summary>Returns the type name, because the generated text of a record would show the token.</summary>
    public override string ToString() => nameof(EnvironmentVariables);

    private static string? GetValue(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
    }
}
