using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Closes a connection, by default the connection of this runspace.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "UponAi")]
public sealed class DisconnectUponAiCommand : UponAiCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [RejectConnectionCopy]
    [ValidateNotNull]
    public UponAiConnection? Connection { get; set; }

    protected override void ProcessRecord()
    {
        if (Connection is null) DefaultConnection.Close();
        else DefaultConnection.Close(Connection);
    }
}
