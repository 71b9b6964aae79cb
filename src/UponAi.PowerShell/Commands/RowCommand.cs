using System.Collections;
using System.Management.Automation;
using UponAi.PowerShell.Binding;
using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Present;

namespace UponAi.PowerShell.Commands;

/// <summary>What the commands that take rows share: what comes through the pipeline, sorted by what it is, and where a row's number is.</summary>
public abstract class RowCommand : ConnectedCommand
{
    private ColumnWarnings? columns;
    private CurrentNumbers? present;

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

    /// <summary>How many single things came through the pipeline so far.</summary>
    private protected int InputCount { get; private set; }

    /// <summary>What the platform has.</summary>
    private protected CurrentNumbers Present => present ??= new CurrentNumbers((connection, account) => Fetch(connection, (api, cancellation) => api.ListNumbersAsync(account, cancellation)));

    /// <summary>Puts a row's error into its place.</summary>
    private protected abstract void Put(UponAiException error, object? target);

    /// <summary>Takes a number, as text or a whole number, from the pipeline.</summary>
    private protected abstract void ProcessNumberAlone(object value);

    /// <summary>Takes an agent from the pipeline.</summary>
    private protected abstract void ProcessAgent(PSObject agent);

    /// <summary>Takes a row.</summary>
    private protected abstract void ProcessRow(IAssignmentRow row, object target);

    /// <summary>Takes what came through the pipeline, or a list of such.</summary>
    private protected void ProcessInput(PSObject? input)
    {
        var value = PSObjectProperties.Unwrap(input);
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
                ProcessNumberAlone(value);
                break;
            case PlanRow plan:
                ForRow(plan, () => ProcessRow(new PlannedRow(plan), plan));
                break;
            default:
                ForRow(value, () => ProcessObject(input!, value));
                break;
        }
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
            Put(e, target);
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private protected void Refuse(UponAiError error, string message, object? target) => Put(new UponAiException(error, message), target);

    /// <summary>Where the number is, as far as parameters and row say.</summary>
    private protected (string? Account, int? Workspace) StatedPlace(IAssignmentRow? row) => (AccountSid ?? row?.AccountSid(), WorkspaceId ?? row?.WorkspaceId());

    /// <summary>Where the number is; what is not stated is that of the connection.</summary>
    private protected static NumberLocation Scope((string? Account, int? Workspace) stated, UponAiConnection connection) => new(
        stated.Account ?? connection.AccountSid ?? throw Missing("account", nameof(AccountSid), EnvironmentVariables.AccountSidName),
        stated.Workspace ?? connection.WorkspaceId ?? throw Missing("workspace", nameof(WorkspaceId), EnvironmentVariables.WorkspaceIdName));

    private void ProcessObject(PSObject input, object value)
    {
        var members = PSObjectProperties.Of(input).ToList();
        if (AgentRefReader.LooksLikeAnAgent(input, members))
        {
            ProcessAgent(input);
            return;
        }

        var cells = new RowCells(input, members);
        (columns ??= new ColumnWarnings(this)).Warn(cells.Unknown);
        ProcessRow(new RowReader(cells), value);
    }
}
