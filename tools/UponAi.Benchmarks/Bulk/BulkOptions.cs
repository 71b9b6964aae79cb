namespace UponAi.Benchmarks.Bulk;

/// <summary>The size of a <see cref="BulkRun"/>. Of several rounds, the medians count.</summary>
/// <param name="Rows">The rows of a round without latency.</param>
/// <param name="Rounds">How often each sender runs.</param>
/// <param name="PlatformRounds">How often rows are sent to each platform that misbehaves.</param>
/// <param name="Platform">A part of the names of the platforms to run.</param>
internal sealed record BulkOptions(int Rows, int Rounds, int PlatformRounds, string Platform)
{
    /// <summary>The number of requests in flight, the same for every sender.</summary>
    internal const int InFlight = 32;
}
