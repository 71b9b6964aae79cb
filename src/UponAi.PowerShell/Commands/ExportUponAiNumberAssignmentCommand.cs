using System.Collections;
using System.Management.Automation;
using UponAi.PowerShell.Binding;
using UponAi.PowerShell.Errors;
using UponAi.PowerShell.Plans;

namespace UponAi.PowerShell.Commands;

/// <summary>Writes phone numbers, or rows, to a plan file that Import-UponAiNumberAssignment reads back to the same assignments.</summary>
[Cmdlet(VerbsData.Export, "UponAiNumberAssignment", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportUponAiNumberAssignmentCommand : UponAiCommand, IDisposable
{
    private readonly DuplicateNumberFinder numbers = new();
    private ColumnWarnings? columns;
    private string path = "";
    private IPlanWriter? file;
    private int rows;
    private int problems;

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file to write, .csv or .json.")]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Phone numbers, rows of a plan, or rows of any other kind.</summary>
    [Parameter(ValueFromPipeline = true, Position = 1, HelpMessage = "PhoneNumber objects, rows of a plan, or rows of any other kind.")]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The format, where the extension does not say it.</summary>
    [Parameter(HelpMessage = "Csv or Json, where the extension says neither.")]
    public PlanFormat? Format { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(HelpMessage = "Replace a file that exists.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the file.</summary>
    [Parameter(HelpMessage = "Emit the file.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        columns = new ColumnWarnings(this);
        path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
        file = Require(() =>
        {
            if (provider.Name != "FileSystem") throw new UponAiException(UponAiError.PlanNotWritten, $"The plan '{DisplayText.Sanitize(Path)}' would not be in the file system but in {provider.Name}.");
            var format = PlanFiles.FormatOf(path, Format);
            return ShouldProcess(path, "Write number assignments") ? PlanFiles.Create(path, format, Force) : null;
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (HasInput) Write(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var places in numbers.Doubled())
            Refuse(new UponAiException(UponAiError.InvalidPlan, $"Rows {string.Join(" and ", places.Select(place => place.Line))} are for one number; keep one."), path);
        Require(() =>
        {
            if (problems > 0) throw new UponAiException(UponAiError.PlanNotWritten, $"The plan '{DisplayText.Sanitize(path)}' was not written, as a part of it would be missing: see the errors before this one.");
            file?.Complete();
            return true;
        });
        if (PassThru && file is not null) WriteObject(new FileInfo(path));
    }

    /// <summary>Removes what was written, unless it is complete.</summary>
    public void Dispose()
    {
        file?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Write(PSObject? input)
    {
        var value = PSObjectProperties.Unwrap(input);
        if (value is IEnumerable list and not (string or IDictionary))
        {
            foreach (var item in list) Write(item is null ? null : PSObject.AsPSObject(item));
            return;
        }

        rows++;
        try
        {
            var row = Read(input, value);
            numbers.Add(row, file: 0);
            // An error of the file itself ends the command.
            Require(() =>
            {
                file?.Write(row);
                return true;
            });
        }
        catch (UponAiException e)
        {
            Refuse(e, value);
        }
    }

    private PlanRow Read(PSObject? input, object? value)
    {
        if (value is null or string or ValueType)
            throw new UponAiException(UponAiError.InvalidRow, $"'{ScalarConverter.Show(value)}' is not a row; give PhoneNumber objects, or rows with a column Number.");
        if (value is PlanRow plan) return new PlanRow(plan.GetAssignment(), plan.AccountSid, plan.WorkspaceId, path, rows);

        var cells = new RowCells(input!);
        columns!.Warn(cells.Unknown);
        var row = new RowReader(cells);
        var assignment = new NumberAssignment
        {
            Number = row.NumberId(), Inbound = row.Inbound(), Outbound = row.Outbound(), InboundWebhook = row.InboundWebhook(), TimeRouting = row.TimeRouting(),
        };
        return new PlanRow(assignment, row.AccountSid(), row.WorkspaceId(), path, rows);
    }

    private void Refuse(UponAiException error, object? target)
    {
        problems++;
        WriteError(error.ToRecord(target));
    }
}
