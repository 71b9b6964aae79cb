using UponAi.Benchmarks.Bulk.Senders;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Creates the lines of compared senders. The first sender is the limit, and the last sender has a goal.
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
