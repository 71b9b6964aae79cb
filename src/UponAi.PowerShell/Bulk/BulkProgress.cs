using System.Globalization;
using System.Management.Automation;

namespace UponAi.PowerShell.Bulk;

/// <summary>The progress bar of a run that takes longer than a moment; at most five updates a second, gone at the end.</summary>
internal sealed class BulkProgress(PSCmdlet command, RunStatistics tally)
{
    private const int ActivityId = 1;

    // The engine gives each command a source of its own and does not tell which; these are far from its.
    private static long lastSource = long.MaxValue / 2;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly long source = Interlocked.Increment(ref lastSource);
    private TimeSpan last;
    private bool isShown;

    /// <summary>How many rows there will be, where that is known.</summary>
    internal int? Total { get; set; }

    /// <summary>The pace of the connection, which says whether the platform is down; <c>null</c> before the first request.</summary>
    internal PacingLog? Pacing { get; set; }

    private string Status => Pacing?.DownSince is { } since
        ? string.Format(CultureInfo.InvariantCulture, "{0}; the platform is down since {1:HH:mm:ss}", tally.Status(), since)
        : tally.Status();

    internal void Update()
    {
        var now = tally.Elapsed;
        if (now < First || now - last < Pause) return;
        last = now;
        isShown = true;
        var record = Record(Status);
        if (Total is { } total)
        {
            record.PercentComplete = Math.Min(100, 100 * tally.Rows / Math.Max(total, 1));
            if (tally.Left(total) is { } left) record.SecondsRemaining = (int)Math.Min(left.TotalSeconds, int.MaxValue);
        }

        command.CommandRuntime.WriteProgress(source, record);
    }

    internal void Complete()
    {
        if (!isShown) return;
        isShown = false;
        var record = Record(Status);
        record.RecordType = ProgressRecordType.Completed;
        try
        {
            command.CommandRuntime.WriteProgress(source, record);
        }
        catch (Exception e) when (e is PipelineStoppedException or InvalidOperationException)
        {
            // Once the pipeline has stopped the command has no stream any more; the bar is the host's.
            command.Host.UI.WriteProgress(source, record);
        }
    }

    private ProgressRecord Record(string status) => new(ActivityId, command.MyInvocation.MyCommand.Name, status);
}
