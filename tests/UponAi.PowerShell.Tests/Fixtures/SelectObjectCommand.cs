using System.Management.Automation;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>Stands in for Select-Object -First, which is not part of the bare engine: hands out so many objects, then stops the commands before it.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private static readonly Type StopUpstream = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;

    private int left;

    /// <summary>How many objects to hand out.</summary>
    [Parameter(Mandatory = true)]
    public int First { get; set; }

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => left = First;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        // The engine keeps to itself the one exception that its own command throws here.
        if (--left == 0) throw (Exception)Activator.CreateInstance(StopUpstream, this)!;
    }
}
