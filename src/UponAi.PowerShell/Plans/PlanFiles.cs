using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Plans;

/// <summary>Opens plan files. The assembly with the file formats loads with the first plan file.</summary>
internal static class PlanFiles
{
    private const string Reason = "The concrete type in the signature would load its assembly too early.";

    /// <summary>Returns the given format, or else the format of the extension.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>: the extension is unknown.</exception>
    internal static PlanFormat GetFormat(string path, PlanFormat? given) =>
        given ?? Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" or ".TSV" or ".TXT" => PlanFormat.Csv,
            ".JSON" => PlanFormat.Json,
            var other => throw new UponAiException(
                UponAiError.InvalidPlan,
                $"The plan '{DisplayText.Sanitize(path)}' has the unknown extension "
                + $"'{DisplayText.Sanitize(other.ToLowerInvariant())}'. Give -Format Csv or -Format Json, or use the "
                + "extension .csv or .json."),
        };

    internal static IPlanFile Open(string path, PlanFormat? format) => Directory.Exists(path)
        ? throw new UponAiException(
            UponAiError.InvalidPlan,
            $"The plan '{DisplayText.Sanitize(path)}' is a folder. Give the path of a file, or a path with wildcards, "
            + "such as plans/*.csv.")
        : Open(path, GetFormat(path, format));

    /// <summary>
    /// Returns false for a pipe, a socket or a device, also if a link leads there. .NET Standard does not know the type
    /// of a file on Unix, but PowerShell does.
    /// </summary>
    internal static bool IsRegularFile(string path, ProviderIntrinsics provider)
    {
        var item = provider.Item.Get([path], force: true, literalPath: true).FirstOrDefault();
        if (item?.Properties["ResolvedTarget"]?.Value is string target && target != path && File.Exists(target))
            return IsRegularFile(target, provider);
        if (item?.Properties["UnixStat"]?.Value is not { } status) return true;
        var type = PSObject.AsPSObject(status).Properties["ItemType"]?.Value?.ToString();
        return type is null or "File" or "SymbolicLink";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859", Justification = Reason)]
    private static IPlanFile Open(string path, PlanFormat format) => Files.PlanFile.Open(path, format);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859", Justification = Reason)]
    internal static IPlanWriter Create(string path, PlanFormat format, bool overwrite) =>
        new Files.Writing.PlanWriter(path, format, overwrite);
}
