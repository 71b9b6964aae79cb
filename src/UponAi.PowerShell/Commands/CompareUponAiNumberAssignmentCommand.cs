using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Current;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>Compares the rows of a plan with the current numbers. Sends no change.</summary>
[Cmdlet(VerbsData.Compare, "UponAiNumberAssignment")]
[OutputType(typeof(NumberComparison), typeof(NumberComparisonSummary))]
public sealed class CompareUponAiNumberAssignmentCommand : NumberCommand
{
    private InputReader? reader;
    private CurrentNumbers? current;
    private AgentVerifier? verifier;
    private readonly NumberComparisonSummary summary = new();

    // The numbers that the rows name. Two workspaces may have the same extension.
    private readonly Dictionary<string, HashSet<(string Number, int? Workspace)>> namedByAccount =
        new(StringComparer.Ordinal);

    [Parameter] public SwitchParameter OnlyChanged { get; set; }
    [Parameter] public SwitchParameter IncludeUnlisted { get; set; }
    [Parameter] public SwitchParameter Summary { get; set; }
    [Parameter] public SwitchParameter RequireVersion { get; set; }

    protected override void BeginProcessing()
    {
        reader = new InputReader(RowFields.Number | RowFields.Change | LocationFields, WriteWarning);
        current = new CurrentNumbers(Fetch);
        verifier = new AgentVerifier(Fetch, WriteWarning);
    }

    protected override void ProcessRecord()
    {
        if (HasInput)
        {
            foreach (var item in reader!.Read(InputObject))
                Try(item.Target, () => Compare(RequireRow(item), item.Target));
        }
        else
        {
            ReportError(
                new UponAiException(
                    UponAiError.InvalidRow,
                    "Nothing to compare. Pipe the rows of a plan, or give them with -InputObject."),
                target: null);
        }
    }

    protected override void EndProcessing()
    {
        if (IncludeUnlisted) Try(AccountSid, EmitUnlisted);
        if (Summary) WriteObject(summary);
    }

    private protected override void ReportError(UponAiException error, object? target)
    {
        summary.AddInvalid();
        base.ReportError(error, target);
    }

    private void EmitUnlisted()
    {
        // With an empty plan, all numbers of the account are unlisted.
        if (HasInput && namedByAccount.Count == 0)
            namedByAccount.Add(RequestedLocation.ResolveAccount(AccountSid, RequireConnection()), []);
        foreach (var account in namedByAccount)
        {
            var numbers = current!.GetAccount(account.Key);
            foreach (var phone in numbers.Listed)
            {
                if (WorkspaceId is not null && phone.WorkspaceId != WorkspaceId) continue;
                if (phone.Number is null || account.Value.Contains((phone.Number, phone.WorkspaceId))) continue;
                Emit(NumberComparison.CreateUnlisted(phone, account.Key), phone);
            }

            ReportUnreadable(
                numbers.Unreadable.Where(row => row.Name is null || !account.Value.Contains((row.Name, null))));
        }
    }

    private void AddNamed(NumberId number, NumberLocation location)
    {
        if (!namedByAccount.TryGetValue(location.AccountSid, out var named))
            namedByAccount.Add(location.AccountSid, named = []);
        named.Add((number.Value, location.WorkspaceId));
        // The platform may list the number without its workspace.
        named.Add((number.Value, null));
    }

    private void Emit(NumberComparison comparison, PhoneNumber? number)
    {
        summary.Add(comparison, number);
        if (Summary || OnlyChanged && comparison.Status == NumberComparisonStatus.Unchanged) return;
        WriteObject(comparison);
    }

    private static ParsedRow RequireRow(InputItem item)
    {
        if (item.Row is not null) return item.Row;
        if (item is { Agent: null, Number: null }) throw item.Error!;
        var (error, problem) = item.Agent is null
            ? (UponAiError.NothingToSet, "a number without values to compare")
            : (UponAiError.InvalidRow, "an agent without a number");
        throw new UponAiException(
            error,
            $"'{ScalarConverter.Show(item.Target)}' is {problem}. "
            + "Pipe the rows of a plan, with columns such as Number and InboundAgents. Import-UponAiNumberAssignment "
            + "reads them from a file.");
    }

    private void Compare(ParsedRow row, object? target)
    {
        var assignment = row.Assignment;
        WarnAboutMissingPlus(assignment.Number, target);
        if (assignment.IsEmpty)
        {
            throw new UponAiException(
                UponAiError.NothingToSet,
                $"The row for {assignment.Number} has nothing to compare. Blank cells leave a property unchanged, and "
                + "'none' clears a property."
                + RowCells.DescribeUnknown(row.UnknownColumns));
        }

        if (RequireVersion) AgentVerifier.CheckVersions(assignment);
        var location = GetLocation(row).Resolve(RequireConnection());
        var account = current!.GetAccount(location.AccountSid);
        AddNamed(assignment.Number, location);
        var listed = account.Find(assignment.Number, location.WorkspaceId);
        verifier!.Warn(assignment, location.WorkspaceId);
        var comparison = NumberComparison.Create(assignment, location, listed.Current);
        // Set-UponAiNumberAssignment would send this row before a later row of the number. The later row can then no
        // longer be compared with the list.
        if (comparison.Status == NumberComparisonStatus.Changed) listed.Forget();
        var place = PlanPlace.Find(target);
        (comparison.File, comparison.Line) = (place?.File, place?.Line);
        Emit(comparison, listed.Current);
    }
}
