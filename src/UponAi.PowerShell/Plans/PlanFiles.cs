using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Plans;

/// <summary>Opens plan files. The assembly with their formats loads with the first, not before.</summary>
internal static class PlanFiles
{
    /// <summary>The format that was given, else that of the extension.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>: neither says.</exception>
    internal static PlanFormat FormatOf(string path, PlanFormat? given) => given ?? Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" or ".TSV" or ".TXT" => PlanFormat.Csv,
        ".JSON" => PlanFormat.Json,
        var other => throw new UponAiException(
            UponAiError.InvalidPlan,
            $"The plan '{DisplayText.Sanitize(path)}' has the extension '{DisplayText.Sanitize(other.ToLowerInvariant())}', which names no format; give -Format Csv or -Format Json, or the extension .csv or .json."),
    };

    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>.</exception>
    internal static IPlanFile Open(string path, PlanFormat? format) => Directory.Exists(path)
        ? throw new UponAiException(UponAiError.InvalidPlan, $"The plan '{DisplayText.Sanitize(path)}' is a folder; give the path of a file, or one with wildcards, such as plans/*.csv.")
        : Open(path, FormatOf(path, format));

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859", Justification = "With the file's own type in its signature, this method would load its assembly before it runs.")]
    private static IPlanFile Open(string path, PlanFormat format) => Files.PlanFile.Open(path, format);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859", Justification = "As above.")]
    internal static IPlanWriter Create(string path, PlanFormat format, bool overwrite) => new Files.Writing.PlanWriter(path, format, overwrite);
}
