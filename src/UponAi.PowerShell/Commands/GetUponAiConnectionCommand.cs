using System.Management.Automation;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// Returns the default connection of the runspace: the connection of Connect-UponAi, or else a connection from the
/// UPONAI_* environment variables. Returns nothing without a connection.
/// </summary>
[Cmdlet(VerbsCommon.Get, "UponAiConnection")]
[OutputType(typeof(UponAiConnection))]
public sealed class GetUponAiConnectionCommand : UponAiCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Require(FindDefaultConnection) is { } connection) WriteObject(connection);
    }
}
