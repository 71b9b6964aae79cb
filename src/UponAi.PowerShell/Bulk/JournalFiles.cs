using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Opens and reads journals. The methods are not inlined, so that the client loads with the first call.
/// </summary>
internal static class JournalFiles
{
    private const string Reason = "The concrete type in the signature would load the client too early.";

    /// <summary>Opens a journal for a run at an address of the platform.</summary>
    /// <exception cref="UponAiException">Another run has the journal open, or the file is no journal.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859", Justification = Reason)]
    internal static IUpdateJournal Open(string path, Uri baseUri) => new Client.Journaling.UpdateJournal(path, baseUri);

    /// <summary>Reads the entries of a journal.</summary>
    /// <exception cref="UponAiException">The file cannot be read, or is no journal.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static IEnumerable<JournalEntry> Read(string path) => Client.Journaling.JournalReader.Read(path);
}
