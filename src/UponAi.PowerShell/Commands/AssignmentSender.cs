using System.Management.Automation.Host;
using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Current;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Commands;

/// <summary>The checks of a row before its request. Set has a switch of the same name for each check.</summary>
internal readonly record struct RowChecks(
    bool SkipUnchanged, bool IfUnchanged, bool RequireVersion, bool VerifyAgents);

/// <summary>
/// Decides for one Set, Clear or Restore command what happens to each change: refuses, skips, shows, or confirms and
/// sends it.
/// </summary>
internal sealed class AssignmentSender
{
    private readonly ConnectedCommand command;
    private readonly StreamPreferences preferences;
    private readonly BulkRun bulk;
    private readonly CurrentNumbers current;
    private readonly AgentVerifier verifier;
    private readonly Preview? preview;
    private (RequestedLocation Requested, NumberLocation Resolved)? lastLocation;

    /// <param name="command">The command, whose pipeline thread calls every member.</param>
    /// <param name="total">The number of rows. Null if unknown.</param>
    /// <param name="journalPath">The full path of the journal, or null.</param>
    internal AssignmentSender(ConnectedCommand command, int throttleLimit, int? total, string? journalPath)
    {
        this.command = command;
        preferences = command.Preferences;
        current = new CurrentNumbers(command.Fetch);
        bulk = new BulkRun(
            command, preferences, command.RequireConnection, throttleLimit, total, journalPath, current,
            command.Cancellation);
        verifier = new AgentVerifier(command.Fetch, command.WriteWarning);
        if (preferences.IsWhatIf)
            preview = new Preview(command.FindConnection, current, command.WriteVerboseLine, command.WriteWarning);
    }

    /// <summary>True if the command only shows its changes (-WhatIf).</summary>
    private bool IsPreview => preview is not null;

    /// <summary>Returns the connection, or null if this is a preview without a connection.</summary>
    internal UponAiConnection? FindConnection() =>
        preview is null ? command.RequireConnection() : preview.FindConnection();

    /// <summary>Adds the error of an unsent row. The error is written in input order.</summary>
    internal void AddError(UponAiException error, object? target) => bulk.Add(new BulkRow(target) { Error = error });

    /// <summary>Checks, confirms and sends the change of a row or a number.</summary>
    /// <param name="row">The row, or null for a number without a row.</param>
    /// <param name="target">The target of an error record.</param>
    internal void CheckAndSend(
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
            Skip(DescribeEmpty(assignment.Number, row), number: null, target);
            return;
        }

        CheckAgents(assignment, location, checks);
        var compared = checks.IfUnchanged ? RequireCompared(assignment.Number, row) : null;
        var listed = checks.SkipUnchanged || checks.IfUnchanged || IsPreview
            ? Find(assignment.Number, location)
            : null;
        if (compared is not null && listed is not null)
            CheckSinceComparison(assignment, compared, listed.Require(), location, checks.SkipUnchanged);
        // A number with an import error is sent again, because the request may correct the error.
        if (checks.SkipUnchanged
            && listed?.Current is { PlatformImportError: not true } met
            && assignment.IsMetBy(met))
        {
            SkipMet(assignment, met, location, target);
            return;
        }

        var isConfirmed = !preferences.NeedsShouldProcess
            || Confirm(assignment, IsPreview ? Preview.Describe(assignment, listed) : assignment.Describe());
        if (isConfirmed || IsPreview) listed?.Forget();
        if (!isConfirmed) return;
        // If the list contradicts, somebody changed the number after the request that the journal lists as done.
        var ignoreJournal = bulk.HasJournal
            && listed?.Current is { } now
            && assignment.IsContradictedBy(now);
        Send(assignment, location, target, ignoreJournal);
    }

    /// <summary>Confirms and sends a change that needs no checks.</summary>
    /// <param name="isRestore">
    /// True to mark the request as a restore in the journal, and to send a change that the journal lists as done.
    /// </param>
    internal void ConfirmAndSend(
        NumberAssignment assignment,
        string description,
        RequestedLocation location,
        object? target,
        bool isRestore = false)
    {
        if (Confirm(assignment, description))
            Send(assignment, location, target, ignoreJournal: isRestore, isRestore);
    }

    /// <summary>Skips a row that changes nothing.</summary>
    /// <param name="reason">The reason, for the verbose stream.</param>
    /// <param name="number">The number to emit, or null.</param>
    internal void Skip(string reason, PhoneNumber? number, object? target)
    {
        // A preview emits nothing.
        if (IsPreview) command.WriteVerboseLine(reason);
        else bulk.Add(new BulkRow(target) { SkipReason = reason, CurrentNumber = number });
    }

    /// <summary>Finds the state of a number before the command.</summary>
    /// <returns>Null if this is a preview and no list is available.</returns>
    internal PhoneNumber? FindCurrent(NumberId number, RequestedLocation location) => Find(number, location)?.Require();

    internal void Finish() => bulk.Finish();

    internal void Close() => bulk.Close();

    private bool Confirm(NumberAssignment assignment, string description)
    {
        try
        {
            return command.ShouldProcess(assignment.Number.Value, description);
        }
        // Nobody can answer the question, for example in a job.
        catch (Exception e) when (e is PSInvalidOperationException or HostException)
        {
            throw new PSInvalidOperationException(
                $"{assignment.Number} was not changed, because the command could not ask for a confirmation: "
                + $"{e.Message} In an unattended job, give -Confirm:$false.",
                e);
        }
    }

    private void Send(
        NumberAssignment assignment,
        RequestedLocation location,
        object? target,
        bool ignoreJournal,
        bool isRestore = false) =>
        bulk.Send(CreateRequest(assignment, location, target, isRestore), target, ignoreJournal);

    private JournalledRequest CreateRequest(
        NumberAssignment assignment, RequestedLocation location, object? target, bool isRestore = false)
    {
        // Only the journal needs the place.
        var place = bulk.HasJournal ? PlanPlace.Find(target) : null;
        return new JournalledRequest(assignment, Resolve(location))
        {
            IsRestore = isRestore,
            File = place?.File,
            Line = place?.Line,
        };
    }

    private NumberLocation Resolve(RequestedLocation location)
    {
        // Most rows have the location of the row before, which is already checked.
        if (lastLocation is null || lastLocation.Value.Requested != location)
            lastLocation = (location, location.Resolve(command.RequireConnection()));
        return lastLocation.Value.Resolved;
    }

    /// <summary>Finds the number in the list of its account.</summary>
    /// <returns>Null if this is a preview and no list is available.</returns>
    private ListedNumber? Find(NumberId number, RequestedLocation location)
    {
        if (preview is not null) return preview.Find(number, location);
        var (account, workspace) = Resolve(location);
        return current.GetAccount(account).Find(number, workspace);
    }

    /// <summary>Refuses agents that the checks do not allow. A preview warns about unlisted agents.</summary>
    private void CheckAgents(NumberAssignment assignment, RequestedLocation location, RowChecks checks)
    {
        if (checks.RequireVersion) AgentVerifier.CheckVersions(assignment);
        if (checks.VerifyAgents)
        {
            verifier.Check(assignment, location.WorkspaceId, command.RequireConnection());
        }
        else if (preview?.FindConnection() is { } connection
            && (location.WorkspaceId ?? connection.WorkspaceId) is { } workspace)
        {
            verifier.Warn(assignment, workspace);
        }
    }

    private static PhoneNumber RequireCompared(NumberId number, ParsedRow? row) =>
        row?.CurrentState ?? throw new UponAiException(
            UponAiError.InvalidRow,
            $"-IfUnchanged was given, but the earlier values of {number} are not known. Pipe the results of "
            + "Compare-UponAiNumberAssignment, or leave out -IfUnchanged.");

    /// <summary>Throws if the number changed since the comparison, unless the row will be skipped.</summary>
    private void CheckSinceComparison(
        NumberAssignment assignment,
        PhoneNumber compared,
        PhoneNumber found,
        RequestedLocation location,
        bool skipUnchanged)
    {
        if (NumberState.MayBeSame(compared, found)) return;
        // The row will be skipped: the number already has its values, or the journal lists the row as done.
        if (skipUnchanged && assignment.IsMetBy(found)) return;
        if (!assignment.IsContradictedBy(found) && IsDone(assignment, location)) return;
        throw new UponAiException(
            UponAiError.ChangedSince,
            $"{assignment.Number} was changed since the comparison, and nothing was sent. It had "
            + $"{NumberState.Describe(compared, found)}. "
            + (assignment.IsMetBy(found)
                ? "It already has the values of the row, and -SkipUnchanged skips such rows."
                : "Compare the plan again."));
    }

    /// <summary>Returns why a comparison has nothing to send. Throws for any other row.</summary>
    private static string DescribeEmpty(NumberId number, ParsedRow? row) => row?.ComparisonStatus switch
    {
        NumberComparisonStatus.Unchanged =>
            $"Skipped {number}: the comparison found that the platform already has these values.",
        NumberComparisonStatus.Unlisted => $"Skipped {number}: no row of the compared plan names this number.",
        _ => throw new UponAiException(
            UponAiError.NothingToSet,
            $"Nothing to set for {number}: neither the parameters nor the row change anything. "
            + "Blank cells leave a property unchanged, and 'none' clears a property."
            + RowCells.DescribeUnknown(row?.UnknownColumns ?? [])),
    };

    // A preview opens no journal.
    private bool IsDone(NumberAssignment assignment, RequestedLocation location) =>
        !IsPreview && bulk.IsDone(CreateRequest(assignment, location, target: null));

    private void SkipMet(NumberAssignment assignment, PhoneNumber met, RequestedLocation location, object? target)
    {
        if (IsPreview) Skip(BulkRun.DescribeUnchanged(assignment.Number), met, target);
        else bulk.AddUnchanged(CreateRequest(assignment, location, target), met, target);
    }
}
