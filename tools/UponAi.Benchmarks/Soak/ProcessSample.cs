using System.Diagnostics;

namespace UponAi.Benchmarks.Soak;

/// <summary>What this process holds at one moment.</summary>
/// <param name="At">Since the start of the run.</param>
/// <param name="Rows">The rows that have ended so far.</param>
/// <param name="Heap">Managed MiB after a full collection.</param>
/// <param name="WorkingSet">MiB.</param>
/// <param name="Handles">Open file descriptors; on Windows handles.</param>
/// <param name="Threads">Of the operating system.</param>
internal sealed record ProcessSample(
    TimeSpan At, long Rows, double Heap, double WorkingSet, double Handles, double Threads)
{
    private const string Descriptors = "/proc/self/fd";
    private const double Mebibyte = 1024 * 1024;

    internal static ProcessSample Take(TimeSpan at, long rows)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var handles = Directory.Exists(Descriptors)
            ? Directory.GetFileSystemEntries(Descriptors).Length
            : process.HandleCount;
        return new ProcessSample(
            at, rows, heap / Mebibyte, process.WorkingSet64 / Mebibyte, handles, process.Threads.Count);
    }
}
