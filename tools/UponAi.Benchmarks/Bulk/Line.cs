namespace UponAi.Benchmarks.Bulk;

/// <summary>A result of a benchmark: a line of the table.</summary>
/// <param name="Work">The measured work.</param>
/// <param name="Measured">The result with its unit.</param>
/// <param name="Ratio">The ratio to the bare HttpClient or the empty module, or null.</param>
/// <param name="Goal">The required result, or null.</param>
/// <param name="IsReached">True if the result reaches the goal.</param>
internal sealed record Line(
    string Work, string Measured, double? Ratio = null, string? Goal = null, bool IsReached = true);
