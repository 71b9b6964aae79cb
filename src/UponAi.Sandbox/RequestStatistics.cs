namespace UponAi.Sandbox;

/// <summary>What was asked of the API so far. Once all is quiet, <c>Total</c> is <c>Lost</c> plus the sum of <c>ByStatus</c>.</summary>
/// <param name="Total">The requests that arrived.</param>
/// <param name="ByStatus">The whole answers handed over, by status.</param>
/// <param name="Lost">The requests without a whole answer: reset, truncated, or given up by the caller.</param>
public sealed record RequestStatistics(long Total, IReadOnlyDictionary<int, long> ByStatus, long Lost);
