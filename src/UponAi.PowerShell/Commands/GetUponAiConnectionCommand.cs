using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// Returns the default connection of the runspace: the connection of Connect-UponAi, or else a connection from the
/// UPONAI_* environment variables. Returns nothing without a connection.
/// </summary>
[Cmdlet(VerbsCommon.Get, "UponAiConnection")]
[OutputType(typeof(UponAiConnection))]
public sealed class GetUponAiConnectionCommand : UponAiCommand
{
    protected override void ProcessRecord()
    {
        var connection = Require(() => DefaultConnection.Find(UserAgent.Create(this)));
        if (connection is not null) WriteObject(connection);
    }
}
