using System.Diagnostics;
using System.Management.Automation;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Measures previews without a connection, which must open no socket. With a connection, they would read the list of
/// numbers first.
/// </summary>
internal static class WhatIf
{
    private const int Rows = 100_000;
    private const int LeastRate = 50_000;

    internal static Task<IEnumerable<Line>> RunAsync(BulkOptions options)
    {
        // The environment must not provide a connection either.
        Environment.SetEnvironmentVariable("UPONAI_TOKEN", null);
        using var engine = new ModuleEngine();
        PSObject[] rows = [.. Bulk.Rows.Stream(Rows)];
        engine.Set(rows, "-WhatIf");

        using var connections = new ConnectionCounter();
        var rates = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            engine.Set(rows, "-WhatIf");
            rates.Add(Rows / watch.Elapsed.TotalSeconds);
        }

        var rate = rates.Order().ElementAt(rates.Count / 2);
        return Task.FromResult<IEnumerable<Line>>(
        [
            new(
                $"-WhatIf without a connection, {Rows:N0} rows", FormattableString.Invariant($"{rate:N0} rows/s"), null,
                $">= {LeastRate:N0} rows/s", rate >= LeastRate),
            new(
                "-WhatIf without a connection: sockets opened", $"{connections.Count}", null, "0",
                connections.Count == 0),
        ]);
    }
}
