using System.Globalization;
using UponAi.Benchmarks.Bulk;

namespace UponAi.Benchmarks.Soak;

/// <summary>
/// Finds growth: compares the medians of the second and of the last quarter of the samples. In the first quarter, the
/// compiler, the pools and the caches still grow.
/// </summary>
internal static class Trend
{
    private static readonly (string What, string Unit, Func<ProcessSample, double> Of, double Most)[] Bounds =
    [
        ("managed heap", "MiB", sample => sample.Heap, 4),
        ("working set", "MiB", sample => sample.WorkingSet, 32),
        ("handles", "", sample => sample.Handles, 16),
        ("threads", "", sample => sample.Threads, 8),
    ];

    internal static IEnumerable<Line> Of(IReadOnlyList<ProcessSample> samples)
    {
        var quarter = samples.Count / 4;
        foreach (var (what, unit, of, most) in Bounds)
        {
            var early = Median.Of(samples.Skip(quarter).Take(quarter).Select(of));
            var late = Median.Of(samples.TakeLast(quarter).Select(of));
            yield return new Line(
                $"growth of {what}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{early:0.0} to {late:0.0} {unit}: {late - early:+0.0;-0.0;0.0}"),
                null,
                $"<= +{most.ToString(CultureInfo.InvariantCulture)} {unit}".TrimEnd(),
                late - early <= most);
        }
    }
}
