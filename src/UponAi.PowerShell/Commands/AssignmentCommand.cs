using System.Collections;
using System.Management.Automation;
using UponAi.PowerShell.Binding;
using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Errors;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// What the commands that change assignments share: rows, numbers and agents in, one request per number, one phone number or one
/// error out, in input order.
/// </summary>
public abstract class AssignmentCommand : ConnectedCommand, IDisposable
{
    // Cancelled requests have ended long before, unless the system is in trouble.
    private static readonly TimeSpan EndingTime = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource stopping = new();
    private ColumnWarnings? columns;
    private BulkRun? run;

    /// <summary>One or several phone numbers, such as <c>+14155550100</c>, or extensions, such as <c>101</c>.</summary>
    [Parameter(Position = 0, HelpMessage = "One or several phone numbers in E.164 form, such as +14155550100, or extensions, such as 101.")]
    [Alias("Numbers", "PhoneNumber", "phone_number")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [NumberTexts]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public string?[]? Number { get; set; }

    /// <summary>Rows, phone numbers, agents, or numbers as text.</summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "Rows (CSV, JSON, custom objects), PhoneNumber objects, or numbers as text.")]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>The account; by default that of the row, else that of the connection.</summary>
    [Parameter(HelpMessage = "The account's sid. By default that of the row, else that of the connection.")]
    [Alias("account_sid")]
    [ValidateNotNullOrEmpty]
    public string? AccountSid { get; set; }

    /// <summary>The workspace; by default that of the row, else that of the connection.</summary>
    [Parameter(HelpMessage = "The workspace's id. By default that of the row, else that of the connection.")]
    [Alias("workspace_id")]
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public int? WorkspaceId { get; set; }

    /// <summary>How many requests may be in flight at once, 1 to 256.</summary>
    [Parameter(HelpMessage = "How many requests may be in flight at once, 1 to 256; 32 by default.")]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>A file that gets a line for each finished row, and from which the same command, run again, knows what is done.</summary>
    [Parameter(HelpMessage = "A file that gets a JSON line for each finished row. The same command, run again, skips what it says is done.")]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>How many single things came through the pipeline so far.</summary>
    private protected int InputCount { get; private set; }

    // What comes through the pipeline is known only when it has come.
    private int? KnownTotal => MyInvocation.ExpectingInput ? null : InputObject?.BaseObject is IList rows ? rows.Count : InputObject is null ? Number?.Length : null;

    private bool HasInput => MyInvocation.ExpectingInput || IsBound(nameof(InputObject));

    /// <inheritdoc/>
    protected override void BeginProcessing() => run = new BulkRun(this, ThrottleLimit, KnownTotal, FullPath(JournalPath), stopping.Token);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (HasInput) ProcessInput(InputObject);
        else if (Number is { Length: > 0 }) ProcessNumbers(row: null, rowTarget: null);
        else Refuse(UponAiError.InvalidNumber, "No number to change. Give -Number, or pipe numbers or rows.", Number);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => run!.Finish();

    /// <inheritdoc/>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>Ends whatever is still under way: after Select-Object -First nothing else of the command runs.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        run?.End(EndingTime);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the desired change of a number of what the parameters and, where there is one, the row say.</summary>
    private protected abstract NumberAssignment Desire(NumberId number, IAssignmentRow? row);

    /// <summary>Takes an agent from the pipeline.</summary>
    private protected abstract void ProcessAgent(PSObject agent);

    /// <summary>Asks, and starts the request.</summary>
    /// <param name="target">What the error record shows when it fails.</param>
    private protected void Process(NumberAssignment assignment, IAssignmentRow? row, object? target)
    {
        if (assignment.IsEmpty)
            throw new UponAiException(UponAiError.NothingToSet, $"Nothing to set for {assignment.Number}: neither the parameters nor the row change anything. Blank cells leave a property alone; 'none' clears it.{row?.NameUnknown()}");
        // Read before the question, so that a preview checks them as well.
        var (account, workspace) = (AccountSid ?? row?.AccountSid(), WorkspaceId ?? row?.WorkspaceId());
        if (!ShouldProcess(assignment.Number.Value, assignment.Describe())) return;

        var connection = RequireConnection();
        var scope = new AssignmentScope(
            account ?? connection.AccountSid ?? throw Missing("account", nameof(AccountSid), EnvironmentVariables.AccountSidName),
            workspace ?? connection.WorkspaceId ?? throw Missing("workspace", nameof(WorkspaceId), EnvironmentVariables.WorkspaceIdName));
        run!.Send(connection, assignment, scope, target);
    }

    /// <summary>Runs a step for one row; an error of ours ends this row alone.</summary>
    private protected void ForRow(object? target, Action step)
    {
        try
        {
            step();
        }
        catch (UponAiException e)
        {
            run!.Put(e, target);
        }
    }

    private protected void Refuse(UponAiError error, string message, object? target) => run!.Put(new UponAiException(error, message), target);

    private void ProcessInput(PSObject? input)
    {
        var value = ObjectMembers.Unwrap(input);
        if (value is IEnumerable list and not (string or IDictionary))
        {
            foreach (var item in list) ProcessInput(item is null ? null : PSObject.AsPSObject(item));
            return;
        }

        InputCount++;
        switch (value)
        {
            case null:
                Refuse(UponAiError.InvalidRow, "A row is $null; pipe numbers, rows or PhoneNumber objects.", null);
                break;
            case string or sbyte or byte or short or ushort or int or uint or long or ulong or decimal or double or float:
                ProcessPipedNumber(value);
                break;
            case PlanRow plan:
                ForRow(plan, () => ProcessNumbers(new PlannedRow(plan), plan));
                break;
            default:
                ForRow(value, () => ProcessObject(input!, value));
                break;
        }
    }

    private void ProcessObject(PSObject input, object value)
    {
        if (AgentRefReader.LooksLikeAnAgent(input))
        {
            ProcessAgent(input);
            return;
        }

        var cells = new RowCells(input);
        (columns ??= new ColumnWarnings(this)).Warn(cells.Unknown);
        ProcessNumbers(new RowReader(cells), value);
    }

    private void ProcessPipedNumber(object value)
    {
        if (Number is not null)
        {
            Refuse(UponAiError.InvalidNumber, $"'{Scalars.Show(value)}' came through the pipeline as a number, and -Number gives one too. Give the number once; agents are piped as objects, made with New-UponAiAgentRef.", value);
            return;
        }

        ForRow(value, () => ProcessNumber(NumberText.Of(value), row: null, value));
    }

    private void ProcessNumbers(IAssignmentRow? row, object? rowTarget)
    {
        if (Number is null)
        {
            ProcessNumber(row!.Number(), row, rowTarget);
            return;
        }

        if (Number.Length == 0) throw new UponAiException(UponAiError.InvalidNumber, "-Number was given and is empty, so that the row is for no number. Give a number, or leave -Number out to take the row's.");
        foreach (var number in Number) ForRow(rowTarget ?? number, () => ProcessNumber(number, row, rowTarget ?? number));
    }

    private void ProcessNumber(string? number, IAssignmentRow? row, object? target) => Process(Desire(NumberId.Parse(number), row), row, target);

    private string? FullPath(string? path)
    {
        if (path is null) return null;
        var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != "FileSystem")
            ThrowTerminatingError(new UponAiException(UponAiError.InvalidJournal, $"The journal '{PlainText.Show(path)}' is not in the file system but in {provider.Name}.").ToRecord(path));
        return full;
    }
}
