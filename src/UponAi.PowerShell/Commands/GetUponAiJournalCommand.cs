using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Returns the entries of journals, one for each request. Emits each entry as soon as it is read.</summary>
[Cmdlet(VerbsCommon.Get, "UponAiJournal")]
[OutputType(typeof(JournalEntry))]
public sealed class GetUponAiJournalCommand : UponAiCommand
{
    private readonly WildcardFilter runs = new(StringComparer.OrdinalIgnoreCase);
    private readonly WildcardFilter numbers = new();

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
        runs.AddAll(Run);
        foreach (var number in Number ?? []) numbers.Add(WildcardFilter.ReadNumber(number), number);
    });

    protected override void ProcessRecord()
    {
        foreach (var path in Path) Try(path, () => WriteEntries(path));
    }

    protected override void EndProcessing()
    {
        // A journal that could not be read may have the missing runs and numbers.
        if (ErrorCount > 0) return;
        foreach (var (run, _) in runs.Missing) ReportError(Missing($"no run '{DisplayText.Sanitize(run)}'"), run);
        foreach (var (number, _) in numbers.Missing)
            ReportError(Missing($"no request for {number}{(Run is null ? "" : " in these runs")}"), number);
    }

    private void WriteEntries(string path)
    {
        foreach (var entry in JournalFiles.Read(ResolvePath(path, "journal", UponAiError.InvalidJournal)))
        {
            if (Stopping) return;
            var isSelected = runs.Includes(entry.Run) && numbers.Includes(entry.Number);
            if (isSelected && (Outcome is null || Array.IndexOf(Outcome, entry.Outcome) >= 0)) WriteObject(entry);
        }
    }

    private static UponAiException Missing(string what) => new(
        UponAiError.InvalidJournal,
        $"The given journals have {what}. Get-UponAiJournal without -Run and -Number returns all requests.");
}
