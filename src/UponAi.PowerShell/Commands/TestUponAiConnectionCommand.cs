using System.Diagnostics;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Current;

namespace UponAi.PowerShell.Commands;

/// <summary>Tests the token, the account and the workspace of a connection. Changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "UponAiConnection")]
[OutputType(typeof(ConnectionTest), typeof(bool))]
public sealed class TestUponAiConnectionCommand : ConnectedCommand
{
    // True if a list was refused. Another server than the platform may have refused the list.
    private bool isListRefused;

    [Parameter] public SwitchParameter Quiet { get; set; }

    protected override void ProcessRecord()
    {
        var watch = Stopwatch.StartNew();
        var result = Test();
        result.Elapsed = watch.Elapsed;
        if (Quiet) WriteObject(result.IsSuccess);
        else WriteObject(result);
    }

    private ConnectionTest Test()
    {
        var result = new ConnectionTest();
        try
        {
            var connection = FindConnection();
            (result.AccountSid, result.WorkspaceId) = (connection.AccountSid, connection.WorkspaceId);
            (result.BaseUri, result.Proxy) = (connection.BaseUri, FindProxy(connection));
            if (connection.AccountSid is { } account)
                result.Account = Check(result, (api, cancellation) => api.ListNumbersAsync(account, cancellation));
            else
                result.Add("The connection names no account. Give -AccountSid to Connect-UponAi, or to each command.");
            // The platform would refuse every further request of a refused token.
            if (result.Token == CheckState.Failed) return result;
            if (connection.WorkspaceId is { } workspace)
                result.Workspace = Check(result, (api, cancellation) => api.ListAgentsAsync(workspace, cancellation));
            else
                result.Add("The connection names no workspace. Get-UponAiWorkspace shows the ids of the workspaces. "
                    + "Give one with -WorkspaceId to Connect-UponAi, or to each command.");
            if (result.Token != CheckState.Unknown) return result;
            // If the other lists were refused or not requested, only this list can test the token.
            if (isListRefused || connection is { AccountSid: null, WorkspaceId: null })
                Check(result, (api, cancellation) => api.ListWorkspacesAsync(cancellation));
            if (isListRefused && result.Token == CheckState.Unknown) result.Add(DescribeDoubt(connection.BaseUri));
        }
        catch (UponAiException e)
        {
            result.Add(e.Message);
        }

        return result;
    }

    /// <summary>Requests a list, and derives the results for the token and for a part of the connection.</summary>
    private CheckState Check<T>(ConnectionTest result, ListRequest<T> request)
    {
        try
        {
            Fetch(request);
            return result.Token = CheckState.Passed;
        }
        catch (UponAiException e)
        {
            // Only a list shows that the platform accepts the token. Any web server may answer 403 or 404. A proxy
            // (407), a timeout (408) and a limit (429) have their own fixes.
            if (e.Error == UponAiError.Unauthorized) result.Token = CheckState.Failed;
            else if (e.StatusCode is >= 400 and < 500 and not (407 or 408 or 429)) isListRefused = true;
            result.Add(e.Message);
            return e.Error is UponAiError.Forbidden or UponAiError.NotFound ? CheckState.Failed : CheckState.Unknown;
        }
    }

    private static string DescribeDoubt(Uri address) =>
        "No response shows that the platform accepts the token. Check that BaseUri "
        + $"'{DisplayText.Sanitize(address.AbsoluteUri)}' is the address of the platform. -BaseUri of Connect-UponAi, "
        + $"or the variable {EnvironmentVariables.BaseUriName}, sets the address."
        + (address.AbsolutePath == "/"
            ? ""
            : $" Try the address without the path '{DisplayText.Sanitize(address.AbsolutePath)}'.");

    private static Uri? FindProxy(UponAiConnection connection)
    {
        var settings = connection.Settings;
        if (settings.Proxy is null && settings.BaseUri.IsLoopback) return null;
        var proxy = settings.Proxy ?? System.Net.WebRequest.DefaultWebProxy;
        if (proxy is null || proxy.IsBypassed(settings.BaseUri)) return null;
        return proxy.GetProxy(settings.BaseUri) is { } address && address != settings.BaseUri ? address : null;
    }
}
