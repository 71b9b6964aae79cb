using UponAi.Benchmarks.Bulk.Senders;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// The lines of senders that ran side by side: the first is the limit, the last has a ratio to reach.
/// </summary>
internal static class Compared
{
    internal static IEnumerable<Line> Rates(Series[] series, string how, double leastRatio)
    {
        foreach (var one in series)
        {
            var ratio = one.RateAgainst(series[0]);
            var goal = one == series[^1] ? FormattableString.Invariant($">= {leastRatio:0.00}") : null;
            yield return new Line(
                $"{how}: {one.Name}",
                FormattableString.Invariant($"{one.Rate:N0} rows/s, {one.Microseconds:N1} us of processor"), ratio,
                goal, ratio >= leastRatio);
        }
    }
}
