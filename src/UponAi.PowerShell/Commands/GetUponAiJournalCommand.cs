using System.Management.Automation;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Returns the entries of journals, one for each request, while it reads the files.</summary>
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
        HelpMessage = "The journals, as -JournalPath named them.")]
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

    /// <inheritdoc/>
    protected override void BeginProcessing() => Require(() =>
    {
        foreach (var run in Run ?? []) runs.AddPattern(run);
        foreach (var number in Number ?? [])
        {
            var text = WildcardFilter.IsPattern(number) ? number! : NumberId.Parse(number).Value;
            numbers.Add(text, text);
        }
    });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path) Try(path, () => Show(ResolvePath(path, "journal", UponAiError.InvalidJournal)));
    }

    private void Show(string path)
    {
        foreach (var entry in ConnectionFactory.ReadJournal(path))
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
