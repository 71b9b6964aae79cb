using System.Management.Automation;
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

    protected override void BeginProcessing()
    {
        reader = new InputReader(RowFields.All, WriteWarning);
        file = Require(() =>
        {
            path = ResolvePath(Path, "plan", UponAiError.PlanNotWritten);
            var format = PlanFiles.GetFormat(path, Format);
            CheckExistingFile();
            return ShouldProcess(path, "Write number assignments") ? PlanFiles.Create(path, format, Force) : null;
        });
    }

    protected override void ProcessRecord()
    {
        if (!HasInput) return;
        foreach (var item in reader!.Read(InputObject))
        {
            rows++;
            Try(item.Target, () => Write(item));
        }
    }

    protected override void EndProcessing()
    {
        foreach (var places in numbers.FindDuplicates())
        {
            var lines = string.Join(" and ", places.Select(place => place.Line));
            var message = $"Rows {lines} have the same number. Keep one row.";
            ReportError(new UponAiException(UponAiError.InvalidPlan, message), path);
        }

        Require(Complete);
        if (PassThru && file is not null) WriteObject(new FileInfo(path));
    }

    /// <summary>Deletes the temporary file, unless the plan is complete.</summary>
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
                $"'{ScalarConverter.Show(item.Target)}' is not a row. Give PhoneNumber objects, or rows with a column "
                + "Number.");
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
                $"The plan '{DisplayText.Sanitize(path)}' was not written, because rows would be missing. See the "
                + "errors before this one.");
        }

        if (rows == 0 && file is not null && File.Exists(path))
        {
            throw NotWritten(
                "the pipeline has no rows, and an empty plan does not replace an existing file. See the errors before "
                + "this one, or check the pipeline. For an empty plan, remove the file first.");
        }

        file?.Complete();
    }

    private void CheckExistingFile()
    {
        if (!File.Exists(path)) return;
        if (!Force) throw NotWritten("it exists. Give another path, or -Force to replace it.");
        if (!IsRegularFile(path))
            throw NotWritten("it is not a regular file, but for example a pipe or a device. Give the path of a file.");
    }

    /// <summary>
    /// Returns false for a pipe, a socket or a device, also if a link leads there. On Unix, PowerShell knows the type.
    /// </summary>
    private bool IsRegularFile(string file)
    {
        var item = InvokeProvider.Item.Get([file], force: true, literalPath: true).FirstOrDefault();
        if (item?.Properties["ResolvedTarget"]?.Value is string target && target != file && File.Exists(target))
            return IsRegularFile(target);
        if (item?.Properties["UnixStat"]?.Value is not { } status) return true;
        var type = PSObject.AsPSObject(status).Properties["ItemType"]?.Value?.ToString();
        return type is null or "File" or "SymbolicLink";
    }

    private UponAiException NotWritten(string why) => new(
        UponAiError.PlanNotWritten, $"The plan '{DisplayText.Sanitize(path)}' was not written: {why}");
}
