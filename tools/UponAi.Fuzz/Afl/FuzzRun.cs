using System.Diagnostics;
using System.Security.Cryptography;

namespace UponAi.Fuzz.Afl;

/// <summary>Fuzzes targets one after the other, keeps each find, and reports its exception.</summary>
internal static class FuzzRun
{
    private const int MostLines = 12;

    private static readonly TimeSpan TestTimeout = TimeSpan.FromSeconds(30);

    /// <returns>True if there are no finds.</returns>
    internal static async Task<bool> RunAsync(IReadOnlyList<FuzzTarget> targets, TimeSpan time, DirectoryInfo finds)
    {
        using var copy = new InstrumentedCopy();
        var isClean = true;
        foreach (var target in targets)
        {
            foreach (var input in target.Inputs) Begin(target, input);
            var result = await AflFuzz.RunAsync(target, copy, time);
            Console.WriteLine($"{target.Name,-14} {(object?)result ?? "AFL++ failed"}");
            isClean &= result is { Executions: > 0, Crashes.Count: 0 };
            foreach (var crash in result?.Crashes ?? []) await FailsAgainAsync(target, Keep(target, crash, finds));
            // On a busy machine, AFL++ may report a timeout that the machine caused.
            foreach (var hang in result?.Hangs ?? [])
                isClean &= !await FailsAgainAsync(target, Keep(target, hang, finds));
        }

        return isClean;
    }

    // AFL++ would leave out inputs that fail from the beginning.
    private static void Begin(FuzzTarget target, string input)
    {
        try
        {
            target.Take(File.ReadAllBytes(input));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The input {input} is neither read nor refused.", e);
        }
    }

    private static string Keep(FuzzTarget target, string find, DirectoryInfo finds)
    {
        finds.Create();
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(find)))[..12];
        return new FileInfo(find).CopyTo(
            Path.Combine(finds.FullName, $"{target.Name}-{hash}"),
            overwrite: true).FullName;
    }

    /// <summary>
    /// Shows the exception of a find. Uses a separate process, because the find may end the process, and does not use
    /// AFL++, which reports no exception.
    /// </summary>
    private static async Task<bool> FailsAgainAsync(FuzzTarget target, string find)
    {
        Console.WriteLine($"  {find}");
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "UponAi.Fuzz.dll"), "input", target.Name, find];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEndAsync();
        using var waiting = new CancellationTokenSource(TestTimeout);
        try
        {
            await process.WaitForExitAsync(waiting.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Console.WriteLine($"    hangs: no end after {TestTimeout.TotalSeconds} s");
            return true;
        }

        // The stack of an overflow has thousands of lines.
        foreach (var line in (await said).Split('\n').Take(MostLines)) Console.WriteLine($"    {line}");
        if (process.ExitCode == 0) Console.WriteLine("    is read or refused, when it is given alone");
        return process.ExitCode != 0;
    }
}
