using System.Management.Automation;
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

    [Parameter(
        Mandatory = true,
        Position = 0,
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
    });

    protected override void ProcessRecord()
    {
        foreach (var path in Path) Try(path, () => WriteEntries(path));
    }

    private void WriteEntries(string path)
    {
        foreach (var entry in JournalFiles.Read(ResolvePath(path, "journal", UponAiError.InvalidJournal)))
        {
            if (Stopping) return;
            if (Includes(entry)) WriteObject(entry);
        }
    }

    private bool Includes(JournalEntry entry) =>
        runs.Includes(entry.Run)
        && numbers.Includes(entry.Number)
        && (Outcome is null || Array.IndexOf(Outcome, entry.Outcome) >= 0);
}
