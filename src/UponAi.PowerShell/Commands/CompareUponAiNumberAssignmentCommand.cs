using System.Management.Automation;
using UponAi.PowerShell.Binding;
using UponAi.PowerShell.Errors;

namespace UponAi.PowerShell.Commands;

/// <summary>Shows what a plan would change: its rows beside what the platform has. Changes nothing.</summary>
[Cmdlet(VerbsData.Compare, "UponAiNumberAssignment")]
[OutputType(typeof(NumberComparison))]
public sealed class CompareUponAiNumberAssignmentCommand : RowCommand
{
    /// <summary>Leaves out numbers for which nothing differs.</summary>
    [Parameter(HelpMessage = "Leave out numbers for which nothing differs. Those that the platform does not list stay.")]
    public SwitchParameter OnlyChanged { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (HasInput) ProcessInput(InputObject);
        else Refuse(UponAiError.InvalidRow, "Nothing to compare. Pipe the rows of a plan, or give them with -InputObject.", null);
    }

    private protected override void ProcessRow(IAssignmentRow row, object target)
    {
        var assignment = new NumberAssignment
        {
            Number = NumberId.Parse(row.Number()),
            Inbound = row.Inbound(),
            Outbound = row.Outbound(),
            InboundWebhook = row.InboundWebhook(),
            TimeRouting = row.TimeRouting(),
        };
        if (assignment.IsEmpty)
            throw new UponAiException(UponAiError.NothingToSet, $"The row for {assignment.Number} states nothing to compare. Blank cells leave a property alone; 'none' clears it.{row.NameUnknown()}");

        var connection = RequireConnection();
        var scope = Scope(StatedPlace(row), connection);
        var listing = Present.Of(connection, scope.AccountSid);
        var comparison = NumberComparison.Create(assignment, scope, listing.Find(assignment.Number, scope.WorkspaceId));
        if (comparison.Status == NumberComparisonStatus.Changed) listing.Forget(assignment.Number, scope.WorkspaceId);
        if (!OnlyChanged || comparison.Status != NumberComparisonStatus.Unchanged) WriteObject(comparison);
    }

    private protected override void Put(UponAiException error, object? target) => WriteError(error.ToRecord(target));

    private protected override void ProcessNumberAlone(object value) => Refuse(
        UponAiError.NothingToSet, $"'{ScalarConverter.Show(value)}' is a number, and nothing says what it is to have. Pipe the rows of a plan, with columns such as Number and InboundAgents.", value);

    private protected override void ProcessAgent(PSObject agent) => Refuse(
        UponAiError.InvalidRow, $"'{ScalarConverter.Show(agent)}' is an agent, and nothing says of which number. Pipe the rows of a plan, with columns such as Number and InboundAgents.", PSObjectProperties.Unwrap(agent));
}
