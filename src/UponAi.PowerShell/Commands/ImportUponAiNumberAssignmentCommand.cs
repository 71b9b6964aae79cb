using System.Collections.ObjectModel;
using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Current;
using UponAi.PowerShell.Parameters;
using UponAi.PowerShell.Plans;

namespace UponAi.PowerShell.Commands;

/// <summary>Reads plan files, checks them completely, and returns their rows for Set or Compare.</summary>
[Cmdlet(VerbsData.Import, "UponAiNumberAssignment", DefaultParameterSetName = ByPath)]
[OutputType(typeof(PlanRow))]
public sealed class ImportUponAiNumberAssignmentCommand : ConnectedCommand
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    private readonly List<string> files = [];
    private readonly List<PlanImport> plans = [];
    private readonly DuplicateNumberFinder duplicates = new();
    private AgentVerifier? verifier;

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByPath,
        HelpMessage = "The files, CSV or JSON, wildcards included.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath,
        HelpMessage = "The files, exactly as they are named.")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    [Parameter]
    public PlanFormat? Format { get; set; }

    [Parameter]
    [ValidateNotNull]
    public string[] IgnoreColumn { get; set; } = [];

    [Parameter] public SwitchParameter SkipInvalid { get; set; }
    [Parameter] public SwitchParameter RequireVersion { get; set; }
    [Parameter] public SwitchParameter VerifyAgents { get; set; }

    [Parameter]
    [Alias("workspace_id")]
    [WholeNumberTransformation]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public int? WorkspaceId { get; set; }

    protected override void BeginProcessing()
    {
        if (VerifyAgents)
        {
            verifier = new AgentVerifier(Fetch, WriteWarning);
        }
        else if (WorkspaceId is not null)
        {
            WriteWarning(
                "-WorkspaceId has no effect without -VerifyAgents: it names the workspace of the agents. "
                + "The workspace of the numbers is a parameter of Set-UponAiNumberAssignment.");
        }
    }

    protected override void ProcessRecord()
    {
        foreach (var path in ParameterSetName == ByPath ? Path : LiteralPath)
            Try(path, () => files.AddRange(Resolve(path).Except(files).ToList()));
    }

    protected override void EndProcessing()
    {
        foreach (var file in files) Try(file, () => OpenAndCheck(file));
        foreach (var plan in plans) Warn(plan);
        foreach (var number in duplicates.FindDuplicates()) ReportDuplicates(number);
        if (ErrorCount > 0 && !SkipInvalid)
        {
            if (files.Count > 0)
            {
                var hasValidRows = Require(() => plans.Any(plan => plan.ReadRows().Any()));
                WriteWarning(
                    "No rows were returned, because the plan has errors. Correct the errors"
                    + (hasValidRows ? ", or give -SkipInvalid to continue with the valid rows." : "."));
            }

            return;
        }

        Require(() =>
        {
            foreach (var row in plans.SelectMany(plan => plan.ReadRows())) WriteObject(row);
        });
    }

    private protected override void OnDisposing()
    {
        foreach (var plan in plans) plan.Dispose();
    }

    private Collection<string> Resolve(string path)
    {
        if (ParameterSetName == ByLiteralPath || !WildcardPattern.ContainsWildcardCharacters(path))
            return [ResolvePath(path, "plan", UponAiError.InvalidPlan)];

        var found = GetResolvedProviderPathFromPSPath(path, out var provider);
        CheckFileSystem(path, provider, "plan", UponAiError.InvalidPlan);
        if (found.Count > 0) return found;
        var literal = ResolvePath(path, "plan", UponAiError.InvalidPlan);
        var hint = File.Exists(literal)
            ? " A file has exactly this name, and [ ] * ? are wildcards in -Path: give the name with -LiteralPath."
            : "";
        throw new UponAiException(UponAiError.InvalidPlan, $"No file matches '{DisplayText.Sanitize(path)}'.{hint}");
    }

    private void OpenAndCheck(string file)
    {
        var opened = PlanFiles.Open(file, Format);
        var plan = new PlanImport(opened, file, plans.Count, duplicates, IgnoreColumn, CheckRow, Cancellation);
        plans.Add(plan);
        foreach (var problem in plan.Check()) ReportError(problem.Error, problem.Target);
    }

    private UponAiException? CheckRow(PlanRow row)
    {
        var assignment = row.GetAssignment();
        try
        {
            if (RequireVersion) AgentVerifier.CheckVersions(assignment);
            if (verifier is not null && assignment.NamedAgents.Any())
                verifier.Check(assignment, WorkspaceId ?? row.WorkspaceId, RequireConnection());
            return null;
        }
        catch (UponAiException e)
        {
            return e;
        }
    }

    private void Warn(PlanImport plan)
    {
        if (plan.IsEmpty) WriteWarning($"The plan '{DisplayText.Sanitize(plan.Path)}' has no rows.");
        if (plan.BlankAgentsWarning is { } warning) WriteWarning(warning);
        if (plan.WithoutPlus is not ({ } first, var count)) return;
        var more = count > 1 ? $" The file has {count - 1} more like it." : "";
        WriteWarning(
            $"{first.Position}: {first.GetAssignment().Number.Doubt}{more} "
            + "A spreadsheet keeps the + in a column that is formatted as text.");
    }

    private void ReportDuplicates(DuplicateNumberFinder.RepeatedNumber number)
    {
        var first = Locate(number.Places[0]);
        foreach (var place in number.Places.Skip(1))
        {
            var message = $"{Locate(place)}: Column 'Number': {number.Number} already occurs in {first}. Keep one "
                + $"row for each number.{number.Hint}";
            ReportError(new UponAiException(UponAiError.InvalidPlan, message), plans[place.File].Path);
        }
    }

    private string Locate(DuplicateNumberFinder.Place place) => PlanText.Position(plans[place.File].Path, place.Line);
}
