using SharpFuzz;

namespace UponAi.Fuzz.Afl;

/// <summary>
/// A copy of this program in which the tested assemblies report to AFL++ which branches an input takes.
/// </summary>
internal sealed class InstrumentedCopy : IDisposable
{
    // The part of the CSV package that splits text. The JSON reader belongs to .NET and is not instrumented.
    private static readonly (string Assembly, string Types)[] Instrumented =
        [("UponAi", ""), ("UponAi.Client", ""), ("UponAi.Files", ""), ("UponAi.PowerShell", ""),
            ("CsvHelper", "CsvHelper.CsvParser")];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi.Fuzz-");

    internal InstrumentedCopy()
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var (assembly, types) in Instrumented)
            Fuzzer.Instrument(
                PathOf(assembly + ".dll"),
                type => type.StartsWith(types, StringComparison.Ordinal),
                Options.Value);
    }

    internal string Program => PathOf("UponAi.Fuzz.dll");

    /// <summary>Returns the path of a file or a folder in the copy.</summary>
    internal string PathOf(string relative) => Path.Combine(folder.FullName, relative);

    public void Dispose() => folder.Delete(recursive: true);
}
