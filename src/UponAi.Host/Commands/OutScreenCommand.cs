using System.Management.Automation;

namespace UponAi.Host.Commands;

/// <summary>
/// Shows what comes, as Out-Default does. The formatter holds the rows of a table until its pipeline ends, and would lose them to a
/// terminating error; here they are shown in that case too.
/// </summary>
[Cmdlet(VerbsData.Out, "Screen")]
public sealed class OutScreenCommand : PSCmdlet, IDisposable
{
    private SteppablePipeline? formatter;

    /// <summary>What to show.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        formatter = ScriptBlock.Create("Out-Default").GetSteppablePipeline();
        formatter.Begin(expectInput: true);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => formatter!.Process(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing() => Dispose();

    /// <summary>Shows the rows that are held: the engine calls this however the pipeline ends.</summary>
    public void Dispose()
    {
        using var ending = formatter;
        formatter = null;
        ending?.End();
    }
}
