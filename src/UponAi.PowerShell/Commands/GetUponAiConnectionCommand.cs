using System.Management.Automation;
using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// Shows the connection that the commands of this runspace use: that of Connect-UponAi, else the one made of the
/// UPONAI_* environment variables; nothing where there is none.
/// </summary>
[Cmdlet(VerbsCommon.Get, "UponAiConnection")]
[OutputType(typeof(UponAiConnection))]
public sealed class GetUponAiConnectionCommand : UponAiCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Require(() => DefaultConnection.Find(environment => ConnectionFactory.FromEnvironment(environment, UserAgent.For(this)))) is { } connection) WriteObject(connection);
    }
}
