using System.Diagnostics;
using static System.FormattableString;

namespace UponAi.PowerShell.Bulk;

/// <summary>The counts and the speed of a run, for its progress bar and its summary.</summary>
internal sealed class RunStatistics
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int succeeded;
    private int failed;
    private int skipped;
    private int retried;

    internal TimeSpan Elapsed => watch.Elapsed;

    /// <summary>Gets the number of rows with a result: succeeded, failed and skipped.</summary>
    internal int Rows => succeeded + failed + skipped;

    // At least a millisecond, so that the rate is finite.
    private double Rate => Rows / Math.Max(Elapsed.TotalSeconds, 0.001);

    internal void Add(BulkRow row)
    {
        if (row.SkipReason is not null) skipped++;
        else if (row.Failure is null) succeeded++;
        else failed++;
        if (row.Request is { Attempts: > 1 }) retried++;
    }

    /// <summary>Returns the text for the progress bar: <c>1,200 done (3 failed, 10 skipped), 180/s</c>.</summary>
    internal string DescribeStatus() =>
        Invariant($"{Rows:N0} done ({failed:N0} failed, {skipped:N0} skipped), {Rate:N0}/s");

    /// <summary>Returns the time for the remaining rows at the current rate, or null before the first row.</summary>
    internal TimeSpan? GetTimeLeft(int total) =>
        Rows == 0 ? null : TimeSpan.FromSeconds(Math.Max(total - Rows, 0) / Rate);

    internal string DescribeTotals() =>
        Invariant($"{Rows:N0} rows: {succeeded:N0} succeeded, {failed:N0} failed, {skipped:N0} skipped; ")
        + Invariant($"{retried:N0} retried; {Elapsed.TotalSeconds:0.0} s, {Rate:N0} rows/s.");
}
