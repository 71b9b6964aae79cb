using System.Management.Automation;
using UponAi.PowerShell.Plans;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>Writes phone numbers, or rows, to a plan file that Import-UponAiNumberAssignment reads back to the same assignments.</summary>
[Cmdlet(VerbsData.Export, "UponAiNumberAssignment", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportUponAiNumberAssignmentCommand : UponAiCommand, IDisposable
{
    private readonly DuplicateNumberFinder numbers = new();
    private InputReader? reader;
    private string path = "";
    private IPlanWriter? file;
    private int rows;
    private int problems;

    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file to write, .csv or .json.")]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(ValueFromPipeline = true, Position = 1)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public PlanFormat? Format { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        reader = new InputReader(RowFields.All, WriteWarning);
        file = Require(() =>
        {
            path = ResolvePath(Path, "plan", UponAiError.PlanNotWritten);
            var format = PlanFiles.FormatOf(path, Format);
            return ShouldProcess(path, "Write number assignments") ? PlanFiles.Create(path, format, Force) : null;
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!HasInput) return;
        foreach (var item in reader!.Read(InputObject))
        {
            rows++;
            Try(item.Target, () => Write(item));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var places in numbers.Doubled())
        {
            var lines = string.Join(" and ", places.Select(place => place.Line));
            ReportError(new UponAiException(UponAiError.InvalidPlan, $"Rows {lines} are for one number; keep one."), path);
        }

        Require(Complete);
        if (PassThru && file is not null) WriteObject(new FileInfo(path));
    }

    /// <summary>Removes what was written, unless it is complete.</summary>
    public void Dispose()
    {
        file?.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected override void ReportError(UponAiException error, object? target)
    {
        problems++;
        base.ReportError(error, target);
    }

    private void Write(InputItem item)
    {
        if (item.Row is null)
        {
            throw item.Error ?? new UponAiException(
                UponAiError.InvalidRow,
                $"'{ScalarConverter.Show(item.Target)}' is not a row; give PhoneNumber objects, or rows with a column Number.");
        }

        var row = item.Row.ToPlanRow(path, rows);
        numbers.Add(row, file: 0);
        // An error of the file itself ends the command.
        Require(() => file?.Write(row));
    }

    private void Complete()
    {
        if (problems > 0)
        {
            throw new UponAiException(
                UponAiError.PlanNotWritten,
                $"The plan '{DisplayText.Sanitize(path)}' was not written, as a part of it would be missing: see the errors before this one.");
        }

        file?.Complete();
    }
}
