namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>
/// A way to send all rows, <see cref="BulkOptions.InFlight"/> at a time. A failed row fails the benchmark.
/// </summary>
internal interface ISender : IDisposable
{
    string Name { get; }

    Task SendAsync();
}
