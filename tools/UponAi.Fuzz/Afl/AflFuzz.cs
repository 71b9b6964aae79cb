using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace UponAi.Fuzz.Afl;

/// <summary>Runs AFL++ on a target.</summary>
internal static class AflFuzz
{
    private const int HangMilliseconds = 10_000;
    private const int MostBytes = 4096;

    // Without these switches, AFL++ requires a binary of its own compiler, a free core, and settings that a container
    // cannot change.
    private static readonly string[] Switches = [
        "AFL_SKIP_BIN_CHECK", "AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES", "AFL_SKIP_CPUFREQ", "AFL_NO_AFFINITY",
        "AFL_NO_UI"];

    /// <returns>Null if AFL++ could not run. Its output has the reason.</returns>
    internal static async Task<AflResult?> RunAsync(FuzzTarget target, InstrumentedCopy copy, TimeSpan time)
    {
        var (words, output) = (copy.PathOf(target.Name + ".dict"), copy.PathOf(target.Name));
        await File.WriteAllLinesAsync(words, target.Words.Select(Escaped));
        var start = new ProcessStartInfo("afl-fuzz") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-i", copy.PathOf(
                Path.Combine(
                    "Inputs",
                    target.Name)), "-o", output, "-x", words, "-V", Whole(time.TotalSeconds), "-t",
                        Whole(HangMilliseconds), "-G", Whole(MostBytes), "-m", "none",
            "--", "dotnet", copy.Program, "serve", target.Name,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in Switches) start.Environment[name] = "1";
        // The time limit of the first start, for a busy machine.
        start.Environment["AFL_FORKSRV_INIT_TMOUT"] = "120000";

        using var afl = Start(start);
        var said = await Task.WhenAll(afl.StandardOutput.ReadToEndAsync(), afl.StandardError.ReadToEndAsync());
        await afl.WaitForExitAsync();
        if (afl.ExitCode == 0) return AflResult.Read(Path.Combine(output, "default"));
        await Console.Error.WriteLineAsync(string.Concat(said));
        return null;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("There is no afl-fuzz; install it with 'apt-get install afl++'.", e);
        }
    }

    private static string Escaped(string word) =>
        $"\"{string.Concat(Encoding.UTF8.GetBytes(word).Select(value => $"\\x{value:X2}"))}\"";

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
