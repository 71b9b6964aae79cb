namespace UponAi.Benchmarks.Bulk;

/// <summary>How much is measured.</summary>
/// <param name="Rows">Rows a round, without latency.</param>
/// <param name="Rounds">How often each sender runs; medians count.</param>
/// <param name="PlatformRounds">How often each platform that misbehaves is met; medians count.</param>
/// <param name="Platform">Only platforms whose name has this text.</param>
internal sealed record BulkOptions(int Rows, int Rounds, int PlatformRounds, string Platform)
{
    /// <summary>As many requests are in flight with every sender.</summary>
    internal const int InFlight = 32;
}
