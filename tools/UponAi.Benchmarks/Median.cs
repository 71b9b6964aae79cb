namespace UponAi.Benchmarks;

/// <summary>The middle of figures that vary; of an even count, half way between the two in the middle.</summary>
internal static class Median
{
    internal static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
