using System.Management.Automation;
using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Commands;

/// <summary>What the commands that talk to the platform share: which connection they use.</summary>
public abstract class ConnectedCommand : UponAiCommand
{
    private UponAiConnection? found;

    /// <summary>The connection to use; by default that of the runspace, else one made of the UPONAI_* environment variables.</summary>
    [Parameter(HelpMessage = "The connection to use, from Connect-UponAi -PassThru. By default that of the runspace, else one made of the UPONAI_* environment variables.")]
    [ValidateNotNull]
    public UponAiConnection? Connection { get; set; }

    /// <summary>The connection, or the end of the command. One that is closed later, while rows are under way, is each row's error.</summary>
    private protected UponAiConnection RequireConnection() => found ??= Require(Find);

    /// <summary>The error for an account or a workspace that nothing names.</summary>
    private protected static UponAiException Missing(string what, string parameter, string variable) => new(
        UponAiError.NotConnected, $"No {what}: neither the row nor the connection names one. Give -{parameter} here or to Connect-UponAi, or set the environment variable {variable}.");

    private UponAiConnection Find()
    {
        var connection = Connection
            ?? DefaultConnection.Find(environment => ConnectionFactory.FromEnvironment(environment, UserAgent.Of(this)))
            ?? throw new UponAiException(
                UponAiError.NotConnected, $"Not connected. Run Connect-UponAi, give -Connection, or set the environment variable {EnvironmentVariables.TokenName}.");
        return connection.IsClosed ? throw UponAiConnection.Closed() : connection;
    }
}
