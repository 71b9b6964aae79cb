using System.Management.Automation;
using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Commands;

/// <summary>Closes a connection, by default that of this runspace.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "UponAi")]
public sealed class DisconnectUponAiCommand : PSCmdlet
{
    /// <summary>The connection to close; by default that of the runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, HelpMessage = "The connection to close. By default that of the runspace.")]
    [ValidateNotNull]
    public UponAiConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Connection is null)
        {
            DefaultConnection.Close();
            return;
        }

        Connection.Dispose();
        DefaultConnection.Forget(Connection);
    }
}
