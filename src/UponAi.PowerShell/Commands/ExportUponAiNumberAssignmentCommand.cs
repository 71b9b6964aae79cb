using UponAi.PowerShell.Plans;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// Writes phone numbers or rows to a plan file. Import-UponAiNumberAssignment reads the file back to the same
/// assignments.
/// </summary>
[Cmdlet(VerbsData.Export, "UponAiNumberAssignment", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportUponAiNumberAssignmentCommand : UponAiCommand, IDisposable
{
    private readonly DuplicateNumberFinder duplicates = new();
    private InputReader? reader;
    private string path = "";
    private IPlanWriter? writer;
    private int inputCount;

    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file to write, .csv or .json.")]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(ValueFromPipeline = true, Position = 1)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public PlanFormat? Format { get; set; }

    [Parameter] public SwitchParameter Force { get; set; }
    [Parameter] public SwitchParameter PassThru { get; set; }

    protected override void BeginProcessing()
    {
        reader = new InputReader(RowFields.PlanRow, WriteWarning);
        writer = Require(() =>
        {
            path = ResolvePath(Path, "plan", UponAiError.PlanNotWritten);
            CheckExistingFile();
            var format = PlanFiles.GetFormat(path, Format);
            return ShouldProcess(path, "Write number assignments") ? PlanFiles.Create(path, format, Force) : null;
        });
    }

    protected override void ProcessRecord()
    {
        if (!HasInput) return;
        foreach (var item in reader!.Read(InputObject))
        {
            inputCount++;
            Try(item.Target, () => Write(item));
        }
    }

    protected override void EndProcessing()
    {
        foreach (var number in duplicates.FindDuplicates())
        {
            var lines = string.Join(" and ", number.Places.Select(place => place.Line));
            var message = $"Rows {lines} have the number {number.Number}. Keep one row.{number.Hint}";
            ReportError(new UponAiException(UponAiError.InvalidPlan, message), path);
        }

        Require(Complete);
        if (PassThru && writer is not null) WriteObject(new FileInfo(path));
    }

    /// <summary>Deletes the temporary file, unless the plan is complete.</summary>
    public void Dispose()
    {
        writer?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Write(InputItem item)
    {
        if (item.Row is null)
        {
            throw item.Error ?? new UponAiException(
                UponAiError.InvalidRow,
                $"'{ScalarConverter.Show(item.Target)}' is not a row. Give PhoneNumber objects, or rows with a column "
                + "Number.");
        }

        var row = item.Row.ToPlanRow(path, inputCount);
        duplicates.Add(row);
        // An error of the file itself ends the command.
        Require(() => writer?.Write(row));
    }

    private void Complete()
    {
        if (ErrorCount > 0) throw NotWritten("it has errors. See the errors before this one.");
        if (inputCount == 0 && writer is not null)
        {
            if (File.Exists(path))
            {
                throw NotWritten(
                    "the pipeline has no rows, and an empty plan does not replace an existing file. See the errors "
                    + "before this one, or check the pipeline. For an empty plan, remove the file first.");
            }

            WriteWarning($"The plan '{DisplayText.Sanitize(path)}' has no rows.");
        }

        writer?.Complete();
    }

    private void CheckExistingFile()
    {
        if (Directory.Exists(path)) throw NotWritten("it is a folder. Give the path of a file in it.");
        if (!File.Exists(path)) return;
        if (!Force) throw NotWritten("it exists. Give another path, or -Force to replace it.");
        if (!PlanFiles.IsRegularFile(path, InvokeProvider))
            throw NotWritten("it is not a regular file, but for example a pipe or a device. Give the path of a file.");
    }

    private UponAiException NotWritten(string why) => new(
        UponAiError.PlanNotWritten, $"The plan '{DisplayText.Sanitize(path)}' was not written: {why}");
}
