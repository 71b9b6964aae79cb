namespace UponAi.Benchmarks;

/// <summary>Calculates the median. For an even count, the median is the mean of the two middle values.</summary>
internal static class Median
{
    internal static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
