using System.Globalization;

namespace UponAi.Fuzz.Afl;

/// <summary>The results of AFL++ for a target: the executions and the finds.</summary>
internal sealed record AflResult(
    long Executions, double Seconds, int Inputs, int Edges, string Stability, IReadOnlyList<string> Crashes,
    IReadOnlyList<string> Hangs)
{
    /// <param name="folder">The output folder of AFL++.</param>
    internal static AflResult Read(string folder)
    {
        var stated = File.ReadLines(Path.Combine(folder, "fuzzer_stats"))
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return new AflResult(
            long.Parse(stated["execs_done"], CultureInfo.InvariantCulture),
            double.Parse(stated["run_time"], CultureInfo.InvariantCulture),
            int.Parse(stated["corpus_count"], CultureInfo.InvariantCulture),
            int.Parse(stated["edges_found"], CultureInfo.InvariantCulture),
            stated["stability"],
            Finds(Path.Combine(folder, "crashes")),
            Finds(Path.Combine(folder, "hangs")));
    }

    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0:N0} executions in {1:N0} s; {2:N0} inputs, {3:N0} edges, {4} stable; {5} crashes, {6} hangs",
        Executions, Seconds, Inputs, Edges, Stability, Crashes.Count, Hangs.Count);

    private static string[] Finds(string folder) =>
        [.. Directory.EnumerateFiles(folder, "id*").Order(StringComparer.Ordinal)];
}
