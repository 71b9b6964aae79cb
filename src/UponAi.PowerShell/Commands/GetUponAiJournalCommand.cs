using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Returns the entries of journals, one for each request. Emits each entry as soon as it is read.</summary>
[Cmdlet(VerbsCommon.Get, "UponAiJournal")]
[OutputType(typeof(JournalEntry))]
public sealed class GetUponAiJournalCommand : UponAiCommand
{
    private readonly WildcardFilter runs = new();
    private readonly WildcardFilter numbers = new();
    private readonly HashSet<string> missingRuns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> missingNumbers = new(StringComparer.Ordinal);

    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The paths of the journals.")]
    [Alias("LiteralPath", "PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Run { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [NumberTextTransformation]
    public string?[]? Number { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public JournalOutcome[]? Outcome { get; set; }

    protected override void BeginProcessing() => Require(() =>
    {
        runs.AddPatterns(Run);
        foreach (var number in Number ?? []) numbers.Add(WildcardFilter.ReadNumber(number), number);
        missingRuns.UnionWith(
            (Run ?? []).Where(run => !WildcardPattern.ContainsWildcardCharacters(run)).Select(run => run.Trim()));
        missingNumbers.UnionWith(numbers.Texts);
    });

    protected override void ProcessRecord()
    {
        foreach (var path in Path) Try(path, () => WriteEntries(path));
    }

    protected override void EndProcessing()
    {
        // A journal that could not be read may have the missing runs and numbers.
        if (ErrorCount > 0) return;
        foreach (var run in missingRuns) ReportError(Missing($"no run '{DisplayText.Sanitize(run)}'"), run);
        foreach (var number in missingNumbers)
            ReportError(Missing($"no request for {number}{(Run is null ? "" : " in these runs")}"), number);
    }

    private void WriteEntries(string path)
    {
        foreach (var entry in JournalFiles.Read(ResolvePath(path, "journal", UponAiError.InvalidJournal)))
        {
            if (Stopping) return;
            missingRuns.Remove(entry.Run ?? "");
            if (!runs.Includes(entry.Run)) continue;
            missingNumbers.Remove(entry.Number);
            if (numbers.Includes(entry.Number) && (Outcome is null || Array.IndexOf(Outcome, entry.Outcome) >= 0))
                WriteObject(entry);
        }
    }

    private static UponAiException Missing(string what) => new(
        UponAiError.InvalidJournal,
        $"The given journals have {what}. Get-UponAiJournal without -Run and -Number returns all requests.");
}
