using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>The base of the commands that read numbers or rows, in an account and a workspace.</summary>
public abstract class NumberCommand : ConnectedCommand
{
    private bool hasWarnedAboutPlus;

    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    [Parameter]
    [Alias("account_sid")]
    [ValidateNotNullOrEmpty]
    public string? AccountSid { get; set; }

    [Parameter]
    [Alias("workspace_id")]
    [WholeNumberTransformation]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public int? WorkspaceId { get; set; }

    /// <summary>Gets the location fields to read from a row: those that no parameter gives.</summary>
    private protected RowFields LocationFields =>
        (AccountSid is null ? RowFields.AccountSid : RowFields.None)
        | (WorkspaceId is null ? RowFields.WorkspaceId : RowFields.None);

    /// <summary>Returns the location of a number. Parameters override the row.</summary>
    private protected RequestedLocation GetLocation(ParsedRow? row) =>
        new(AccountSid ?? row?.AccountSid, WorkspaceId ?? row?.WorkspaceId);

    /// <summary>Warns about a number that may have lost its <c>+</c>, once per command.</summary>
    /// <param name="target">The input object of the number, or null.</param>
    private protected void WarnAboutMissingPlus(NumberId number, object? target = null)
    {
        // Import-UponAiNumberAssignment has already warned about a plan row.
        if (hasWarnedAboutPlus || target is PlanRow || number.Doubt is not { } doubt) return;
        hasWarnedAboutPlus = true;
        WriteWarning(doubt);
    }
}
