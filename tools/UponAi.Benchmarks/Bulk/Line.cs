namespace UponAi.Benchmarks.Bulk;

/// <summary>A line of the table.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Measured">What came out, in its own unit.</param>
/// <param name="Ratio">Against the bare HttpClient or the empty module, where there is such a ratio.</param>
/// <param name="Goal">What it must reach, where something must be reached.</param>
/// <param name="IsReached">Whether it did.</param>
internal sealed record Line(
    string Work, string Measured, double? Ratio = null, string? Goal = null, bool IsReached = true);
