using System.Runtime.InteropServices;

namespace UponAi.Benchmarks.Bulk;

/// <summary>Describes the machine without its name and paths.</summary>
internal static class Machine
{
    internal static string Describe() =>
        $"{Environment.ProcessorCount} cores, {Processor()}, "
        + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription} "
        + $"{RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}";

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var named = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return named?.Split(':')[1].Trim() ?? Environment.GetEnvironmentVariable(
            "PROCESSOR_IDENTIFIER") ?? "unknown processor";
    }
}
