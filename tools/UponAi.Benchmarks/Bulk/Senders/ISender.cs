namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>One way to send all rows, <see cref="BulkOptions.InFlight"/> at a time. Fails when a row does.</summary>
internal interface ISender : IDisposable
{
    string Name { get; }

    Task SendAsync();
}
