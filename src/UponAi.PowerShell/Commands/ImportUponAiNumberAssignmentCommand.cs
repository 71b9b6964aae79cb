using System.Collections.ObjectModel;
using System.Management.Automation;
using UponAi.PowerShell.Errors;
using UponAi.PowerShell.Plans;

namespace UponAi.PowerShell.Commands;

/// <summary>Reads plan files, checks them whole, and hands out their rows.</summary>
[Cmdlet(VerbsData.Import, "UponAiNumberAssignment", DefaultParameterSetName = ByPath)]
[OutputType(typeof(PlanRow))]
public sealed class ImportUponAiNumberAssignmentCommand : UponAiCommand, IDisposable
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    private readonly List<string> files = [];
    private readonly List<PlanImport> plans = [];
    private readonly DuplicateNumberFinder numbers = new();
    private int problems;

    /// <summary>The files; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByPath, HelpMessage = "The files, CSV or JSON. Wildcards are resolved.")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, as they are named.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath, HelpMessage = "The files, exactly as they are named; files from Get-ChildItem go here.")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The format, where the extension does not say it.</summary>
    [Parameter(HelpMessage = "Csv or Json, where the extension says neither.")]
    public PlanFormat? Format { get; set; }

    /// <summary>Columns that are not for this module.</summary>
    [Parameter(HelpMessage = "Columns that are not for this module. Any other that is not known is an error.")]
    [ValidateNotNull]
    public string[] IgnoreColumn { get; set; } = [];

    /// <summary>Hands out the good rows of files that have bad ones.</summary>
    [Parameter(HelpMessage = "Hand out the good rows although others are bad.")]
    public SwitchParameter SkipInvalid { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in ParameterSetName == ByPath ? Path : LiteralPath)
        {
            foreach (var file in Step(path, () => Resolve(path)) ?? [])
            {
                if (!files.Contains(file)) files.Add(file);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var file in files) Check(file);
        foreach (var places in numbers.Doubled()) RefuseDoubled(places);
        if (problems > 0 && !SkipInvalid)
        {
            if (files.Count > 0) WriteWarning("No row was handed on, as not all can be. Correct what the errors name, or give -SkipInvalid to go on with the good rows.");
            return;
        }

        foreach (var plan in plans) HandOut(plan);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var plan in plans) plan.Dispose();
        GC.SuppressFinalize(this);
    }

    private Collection<string> Resolve(string path)
    {
        ProviderInfo? provider = null;
        var found = ParameterSetName == ByPath && WildcardPattern.ContainsWildcardCharacters(path)
            ? GetResolvedProviderPathFromPSPath(path, out provider)
            : [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)];
        if (provider.Name != "FileSystem") throw new UponAiException(UponAiError.InvalidPlan, $"The plan '{DisplayText.Sanitize(path)}' is not in the file system but in {provider.Name}.");
        return found.Count > 0 ? found : throw new UponAiException(UponAiError.InvalidPlan, $"No file matches '{DisplayText.Sanitize(path)}'.");
    }

    private void Check(string file)
    {
        if (Step(file, () => new PlanImport(PlanFiles.Open(file, Format), file, plans.Count, numbers, IgnoreColumn)) is not { } plan) return;
        plans.Add(plan);
        using var found = plan.Check().GetEnumerator();
        while (Step(file, () => MoveNext(found)))
        {
            problems++;
            WriteError(found.Current.Error.ToRecord(found.Current.Target));
        }

        if (plan.WithoutPlus is not ({ } first, var count)) return;
        WriteWarning(
            $"{PlanText.Position(first.File, first.Line)}: '{first.Number}' has no + and is read as an extension{(count > 1 ? $", as are {count - 1} more" : "")}. If a spreadsheet took it, write the number with its +, in a column that is formatted as text.");
    }

    // A long check is the only work of this command that nothing else interrupts.
    private bool MoveNext(IEnumerator<PlanProblem> found) => Stopping ? throw new PipelineStoppedException() : found.MoveNext();

    private void RefuseDoubled(IReadOnlyList<DuplicateNumberFinder.Place> places)
    {
        var first = Position(places[0]);
        foreach (var place in places.Skip(1))
        {
            problems++;
            var file = plans[place.File].Path;
            WriteError(new UponAiException(
                UponAiError.InvalidPlan, $"{Position(place)}: Column 'Number': the number is there already, in {first}; keep one row for each number.").ToRecord(file));
        }
    }

    private string Position(DuplicateNumberFinder.Place place) => PlanText.Position(plans[place.File].Path, place.Line);

    private void HandOut(PlanImport plan) => Require(() =>
    {
        foreach (var row in plan.Rows()) WriteObject(row);
        return true;
    });

    /// <summary>Runs a step; an error of ours is one of the problems, and gives the default.</summary>
    private T? Step<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (UponAiException e)
        {
            problems++;
            WriteError(e.ToRecord(path));
            return default;
        }
    }
}
