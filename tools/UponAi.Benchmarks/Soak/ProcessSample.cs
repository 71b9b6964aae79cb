using System.Diagnostics;

namespace UponAi.Benchmarks.Soak;

/// <summary>The resources of this process at one time.</summary>
/// <param name="At">The time since the start of the run.</param>
/// <param name="Rows">The rows that have ended so far.</param>
/// <param name="Heap">The managed heap after a full collection, in MiB.</param>
/// <param name="WorkingSet">The working set, in MiB.</param>
/// <param name="Handles">The open file descriptors, or on Windows the handles.</param>
/// <param name="Threads">The threads of the operating system.</param>
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
