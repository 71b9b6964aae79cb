using System.Management.Automation;
using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Current;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>The checks of a row before its request.</summary>
[Flags]
internal enum RowChecks
{
    None = 0,

    /// <summary>Skips a number that already has the assignment.</summary>
    SkipUnchanged = 1,

    /// <summary>Refuses a number that changed since the comparison.</summary>
    IfUnchanged = 1 << 1,

    /// <summary>Refuses a row with an agent without a version.</summary>
    RequireVersion = 1 << 2,

    /// <summary>Refuses a row with an agent or a version that the workspace does not list.</summary>
    VerifyAgents = 1 << 3,
}

/// <summary>
/// The run of one Set, Clear or Restore command. For each number, skips the change, shows it, or confirms and sends it.
/// </summary>
internal sealed class AssignmentRun
{
    // Cancelled requests normally end much sooner.
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromMilliseconds(400);

    private readonly ConnectedCommand command;
    private readonly StreamPreferences preferences;
    private readonly BulkRun bulk;
    private readonly CurrentNumbers current;
    private readonly AgentVerifier agents;
    private readonly Preview? preview;

    /// <param name="command">The command, whose pipeline thread calls every member.</param>
    /// <param name="throttleLimit">The maximum number of requests in flight.</param>
    /// <param name="total">The number of rows. Null if unknown.</param>
    /// <param name="journalPath">The full path of the journal, or null.</param>
    internal AssignmentRun(ConnectedCommand command, int throttleLimit, int? total, string? journalPath)
    {
        this.command = command;
        preferences = new StreamPreferences(command);
        bulk = new BulkRun(
            command, preferences, throttleLimit, total, journalPath, ListForJournal, command.Cancellation);
        current = new CurrentNumbers(command.Fetch);
        agents = new AgentVerifier(command.Fetch, command.WriteWarning);
        if (IsWhatIf(command)) preview = new Preview(command.FindConnection, current, command.WriteVerboseLine);
    }

    /// <summary>True if the command only shows its changes (-WhatIf).</summary>
    internal bool IsPreview => preview is not null;

    /// <summary>Adds the error of an unsent row. The error is written in input order.</summary>
    internal void AddError(UponAiException error, object? target) => bulk.AddError(error, target);

    /// <summary>Confirms and sends the change of a row or a number.</summary>
    /// <param name="row">The row, or null for a number without a row.</param>
    /// <param name="checks">The checks before the request.</param>
    /// <param name="target">The target of an error record.</param>
    internal void Send(
        NumberAssignment assignment,
        ParsedRow? row,
        RequestedLocation location,
        RowChecks checks,
        object? target)
    {
        if (row?.ComparisonStatus == NumberComparisonStatus.NotFound)
        {
            throw new UponAiException(
                UponAiError.NotFound,
                $"Nothing was sent for {assignment.Number}, because the comparison did not find the number in the "
                + "account and workspace. Correct the number, or give -AccountSid and -WorkspaceId.");
        }

        if (assignment.IsEmpty)
        {
            SkipEmpty(assignment.Number, row, target);
            return;
        }

        CheckAgents(assignment, location, checks);
        var skipUnchanged = (checks & RowChecks.SkipUnchanged) != 0;
        if ((checks & RowChecks.IfUnchanged) != 0) CheckUnchanged(assignment, row, location, skipUnchanged);
        if (skipUnchanged && TrySkipUnchanged(assignment, location, target)) return;
        var description = preferences.NeedsShouldProcess
            ? preview?.Describe(assignment, location) ?? assignment.Describe()
            : null;
        Send(assignment, description, location, target);
    }

    /// <summary>Confirms and sends the change of a number.</summary>
    /// <param name="description">The change as text for ShouldProcess. Null if ShouldProcess is not needed.</param>
    /// <param name="isRepeatable">True to send a change that the journal lists as done.</param>
    internal void Send(
        NumberAssignment assignment,
        string? description,
        RequestedLocation location,
        object? target,
        bool isRepeatable = false)
    {
        if (description is not null && !command.ShouldProcess(assignment.Number.Value, description)) return;
        var connection = command.RequireConnection();
        command.DescribeExchanges(connection);
        bulk.Send(connection, assignment, location.Resolve(connection), target, isRepeatable);
    }

    /// <summary>Skips a row that changes nothing.</summary>
    /// <param name="reason">The reason, for the verbose stream.</param>
    /// <param name="number">The number to emit, or null.</param>
    internal void Skip(string reason, PhoneNumber? number, object? target)
    {
        // A preview emits nothing.
        if (preview is null) bulk.AddSkipped(reason, number, target);
        else command.WriteVerboseLine(reason);
    }

    /// <summary>Finds the current state of a number.</summary>
    /// <returns>Null if this is a preview and no list is available.</returns>
    /// <exception cref="UponAiException">
    /// The account does not have the number, or the list could not be fetched.
    /// </exception>
    internal PhoneNumber? FindCurrent(NumberId number, RequestedLocation location)
    {
        PhoneNumber? found;
        if (preview is null)
        {
            var connection = command.RequireConnection();
            var resolved = location.Resolve(connection);
            found = current.GetAccount(connection, resolved.AccountSid).Find(number, resolved.WorkspaceId);
        }
        else if (!preview.TryFind(number, location, out found))
        {
            return null;
        }

        return found ?? throw new UponAiException(
            UponAiError.NotFound,
            $"The platform lists no number {number} in the account and workspace. "
            + "Correct the number, or give -AccountSid and -WorkspaceId.");
    }

    /// <summary>Waits for the requests in flight, and writes the summary.</summary>
    internal void Finish() => bulk.Finish();

    /// <summary>Waits a moment for the cancelled requests, and closes the journal.</summary>
    internal void Close() => bulk.Close(CloseTimeout);

    private static bool IsWhatIf(PSCmdlet command) =>
        command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? given is SwitchParameter { IsPresent: true }
            : LanguagePrimitives.IsTrue(command.SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <summary>Lists the numbers of an account before the run changes them.</summary>
    private IReadOnlyList<PhoneNumber> ListForJournal(UponAiConnection connection, string account)
    {
        try
        {
            return current.GetAccount(connection, account).Listed;
        }
        catch (UponAiException e)
        {
            command.WriteWarning(
                $"The journal will not contain the earlier values of the numbers of account "
                + $"{DisplayText.Sanitize(account)}: {e.Message}");
            return [];
        }
    }

    /// <summary>Refuses agents that the checks do not allow. A preview warns about unlisted agents.</summary>
    private void CheckAgents(NumberAssignment assignment, RequestedLocation location, RowChecks checks)
    {
        if ((checks & RowChecks.RequireVersion) != 0 && VersionRule.Check(assignment) is { } unpinned) throw unpinned;
        if ((checks & RowChecks.VerifyAgents) != 0)
        {
            if (agents.Check(assignment, location, command.RequireConnection()) is { } unknown) throw unknown;
        }
        else if (preview?.FindConnection() is { } connection
            && (location.WorkspaceId ?? connection.WorkspaceId) is { } workspace)
        {
            agents.Warn(assignment, workspace, connection);
        }
    }

    /// <summary>
    /// Throws if the number changed since the comparison, unless it already has the assignment and is skipped.
    /// </summary>
    private void CheckUnchanged(
        NumberAssignment assignment, ParsedRow? row, RequestedLocation location, bool skipUnchanged)
    {
        var number = assignment.Number;
        if (row?.CurrentState is not { } compared)
        {
            throw new UponAiException(
                UponAiError.InvalidRow,
                $"-IfUnchanged was given, but the earlier values of {number} are not known. Pipe the results of "
                + "Compare-UponAiNumberAssignment, or leave out -IfUnchanged.");
        }

        // A preview without a list cannot check the number.
        if (FindCurrent(number, location) is not { } found || NumberState.MayBeSame(compared, found)) return;
        if (skipUnchanged && assignment.IsMetBy(found)) return;
        throw new UponAiException(
            UponAiError.ChangedSince,
            $"{number} was changed since the comparison, and nothing was sent. It had "
            + $"{NumberState.Describe(compared, found)}. Compare the plan again.");
    }

    private void SkipEmpty(NumberId number, ParsedRow? row, object? target)
    {
        if (row?.ComparisonStatus is not (NumberComparisonStatus.Unchanged or NumberComparisonStatus.Unlisted))
        {
            throw new UponAiException(
                UponAiError.NothingToSet,
                $"Nothing to set for {number}: neither the parameters nor the row change anything. "
                + "Blank cells leave a property unchanged, and 'none' clears a property."
                + RowCells.DescribeUnknown(row?.UnknownColumns ?? []));
        }

        var reason = $"Skipped {number}: the comparison found that the platform already has these values.";
        Skip(reason, number: null, target);
    }

    /// <summary>
    /// Skips a number that already has the assignment, and emits the number. A number with an import error is sent
    /// again, because the request may correct the error.
    /// </summary>
    private bool TrySkipUnchanged(NumberAssignment assignment, RequestedLocation location, object? target)
    {
        if (preview is not null)
        {
            if (!preview.TryFind(assignment.Number, location, out var shown) || !HasAlready(shown)) return false;
            command.WriteVerboseLine(BulkRun.DescribeUnchanged(assignment.Number));
            return true;
        }

        var connection = command.RequireConnection();
        var resolved = location.Resolve(connection);
        var account = current.GetAccount(connection, resolved.AccountSid);
        if (account.Find(assignment.Number, resolved.WorkspaceId) is { } number && HasAlready(number))
        {
            bulk.AddUnchanged(connection, assignment, resolved, number, target);
            return true;
        }

        account.Forget(assignment.Number, resolved.WorkspaceId);
        return false;

        bool HasAlready(PhoneNumber? found) =>
            found is { PlatformImportError: not true } && assignment.IsMetBy(found);
    }
}
