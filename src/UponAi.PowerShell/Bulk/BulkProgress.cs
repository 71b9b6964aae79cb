using static System.FormattableString;

namespace UponAi.PowerShell.Bulk;

/// <summary>
/// The progress bar of a <see cref="BulkRun"/>. The bar appears after a second, changes at most five times a second,
/// and disappears at the end.
/// </summary>
internal sealed class BulkProgress(PSCmdlet command, RunStatistics statistics)
{
    private const int ActivityId = 1;

    // Bars with the same source id replace each other. The id of a run comes from the middle of the range, where other
    // programs are unlikely to take ids.
    private static long lastSource = long.MaxValue / 2;

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long source = Interlocked.Increment(ref lastSource);
    private TimeSpan lastUpdate;
    private bool isShown;

    /// <summary>Gets the number of rows. Null if unknown.</summary>
    internal int? Total { get; init; }

    /// <summary>Gets or sets the pacing log, whose outage the bar shows. Null before the first request.</summary>
    internal PacingLog? Pacing { get; set; }

    internal void Update()
    {
        var now = statistics.Elapsed;
        if (now < Delay || now - lastUpdate < Interval) return;
        lastUpdate = now;
        isShown = true;
        var record = CreateRecord();
        if (Total is { } total)
        {
            record.PercentComplete = (int)Math.Min(100, 100L * statistics.Rows / Math.Max(total, 1));
            if (statistics.GetTimeLeft(total) is { } left)
                record.SecondsRemaining = (int)Math.Min(left.TotalSeconds, int.MaxValue);
        }

        command.CommandRuntime.WriteProgress(source, record);
    }

    internal void Complete()
    {
        if (!isShown) return;
        isShown = false;
        var record = CreateRecord();
        record.RecordType = ProgressRecordType.Completed;
        try
        {
            command.CommandRuntime.WriteProgress(source, record);
        }
        catch (Exception e) when (e is PipelineStoppedException or InvalidOperationException)
        {
            // A stopped command cannot write, and neither can Dispose. The host still shows the bar.
            command.Host.UI.WriteProgress(source, record);
        }
    }

    private ProgressRecord CreateRecord()
    {
        var outage = Pacing?.DownSince is { } since
            ? Invariant($"; the platform has been down since {since:HH:mm:ss}")
            : "";
        return new(ActivityId, command.MyInvocation.MyCommand.Name, statistics.DescribeStatus() + outage);
    }
}
