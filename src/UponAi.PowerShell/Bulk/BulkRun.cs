using System.Management.Automation;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Bulk;

/// <summary>The rows of one command: sent through the queue, and put out on the pipeline thread in their order, with progress, journal and summary.</summary>
internal sealed class BulkRun
{
    /// <summary>Tags the summary in the information stream.</summary>
    private const string SummaryTag = "UponAi.Summary";

    private readonly PSCmdlet command;
    private readonly string? journalPath;
    private readonly CancellationToken stopping;
    private readonly StreamPreferences audience;
    private readonly RunStatistics tally = new();
    private readonly BulkProgress progress;
    private readonly OrderedRequestQueue queue;
    private readonly Func<UponAiConnection, string, IReadOnlyList<PhoneNumber>> listForJournal;
    private readonly HashSet<string> listedAccounts = new(StringComparer.Ordinal);
    private IUpdateJournal? journal;
    private PacingLog? pacing;
    private long pacingSeen;

    /// <param name="total">How many rows there will be, where that is known.</param>
    /// <param name="journalPath">The journal's full path, or none.</param>
    /// <param name="listForJournal">Lists the numbers of an account, called before the first request that is journalled.</param>
    internal BulkRun(
        PSCmdlet command,
        StreamPreferences audience,
        int throttleLimit,
        int? total,
        string? journalPath,
        Func<UponAiConnection, string, IReadOnlyList<PhoneNumber>> listForJournal,
        CancellationToken stopping)
    {
        this.listForJournal = listForJournal;
        this.command = command;
        this.audience = audience;
        this.journalPath = journalPath;
        this.stopping = stopping;
        progress = new BulkProgress(command, tally) { Total = total };
        queue = new OrderedRequestQueue(throttleLimit, Emit, Glance, stopping);
    }

    /// <summary>Sends a row's request, unless the journal has it done.</summary>
    /// <param name="isRepeatable">True to send a request that the journal lists as done.</param>
    internal void Send(
        UponAiConnection connection,
        NumberAssignment assignment,
        NumberLocation scope,
        object? target,
        bool isRepeatable = false)
    {
        Begin(connection);
        var request = new JournalledRequest(assignment, scope, target as PlanRow);
        if (!isRepeatable && journal?.IsDone(request) == true)
        {
            Add(new RowOutcome(target) { Skipped = $"Skipped {assignment.Number}: the journal has this request done." });
            return;
        }

        if (journal is not null && listedAccounts.Add(scope.AccountSid))
            journal.AddCurrentNumbers(scope.AccountSid, listForJournal(connection, scope.AccountSid));
        Add(new RowRequest(connection.Api, journal, request, target));
    }

    /// <summary>Puts the error of a row that is not sent into its place among those that are under way.</summary>
    internal void AddError(UponAiException error, object? target) => Add(new RowOutcome(target) { Error = error });

    /// <summary>Puts a row that need not be sent into its place.</summary>
    /// <param name="why">For the verbose stream.</param>
    /// <param name="current">The number as it is, where that is known.</param>
    internal void AddSkipped(string why, PhoneNumber? current, object? target) => Add(new RowOutcome(target) { Skipped = why, Kept = current });

    /// <summary>Puts a number that has all of it already into its place, and into the journal: another assignment that succeeded before is not the last word.</summary>
    internal void AddUnchanged(UponAiConnection connection, NumberAssignment assignment, NumberLocation scope, PhoneNumber current, object? target)
    {
        Begin(connection);
        var request = new JournalledRequest(assignment, scope, target as PlanRow);
        Add(new RowOutcome(target) { Skipped = HeldAlready(assignment.Number), Kept = current, JournalError = Record(request, current) });
    }

    internal static string HeldAlready(NumberId number) => $"Skipped {number}: the platform has it so already.";

    /// <summary>Waits for what is under way, and sums up.</summary>
    internal void Finish()
    {
        UnlessStopped(queue.Drain);
        progress.Complete();
        if (tally.Rows > 1) Summarize();
    }

    /// <summary>Lets what was cancelled come to its end, the journal's lines for it included.</summary>
    internal void End(TimeSpan moment)
    {
        queue.CancelAndWait(moment);
        journal?.Dispose();
        progress.Complete();
    }

    private void Begin(UponAiConnection connection)
    {
        if (pacing is null)
        {
            pacing = connection.Api.Pacing;
            pacingSeen = pacing.Last;
            progress.Pacing = pacing;
        }

        if (journalPath is null || journal is not null) return;
        try
        {
            journal = ConnectionFactory.OpenJournal(journalPath, connection.BaseUri);
        }
        catch (UponAiException e)
        {
            command.ThrowTerminatingError(e.ToRecord(journalPath));
        }
    }

    private UponAiException? Record(JournalledRequest request, PhoneNumber current)
    {
        if (journal is null || journal.IsDone(request)) return null;
        try
        {
            journal.Finished(request, JournalOutcome.Unchanged, summary: null, current, failure: null);
            return null;
        }
        catch (UponAiException e)
        {
            return e;
        }
    }

    private void Add(RowOutcome row) => UnlessStopped(() => queue.Add(row));

    private void UnlessStopped(Action step)
    {
        try
        {
            step();
            Glance();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            progress.Complete();
            throw new PipelineStoppedException();
        }
        catch
        {
            progress.Complete();
            throw;
        }
    }

    private void Emit(RowOutcome row)
    {
        tally.Add(row);
        if (audience.SeesVerbose) Tell(row);
        if (row.Kept is { } current) command.WriteObject(current);
        if (row.Update is { } update)
        {
            foreach (var warning in update.Warnings) command.WriteWarning(warning);
            command.WriteObject(update.PhoneNumber);
        }

        if (row.Failure is { } failure) command.WriteError(failure.ToRecord(row.Target));
        if (row.JournalError is { } error) command.WriteError(error.ToRecord(row.Target));
        Glance();
    }

    private void Tell(RowOutcome row)
    {
        if (row.Skipped is { } why) command.WriteVerboseLine(why);
        if (row.Request is not { Attempts: > 0 } request) return;
        command.WriteVerboseLine(request.ToString());
        foreach (var exchange in request.Exchanges) command.WriteDebug(exchange);
    }

    private void Glance()
    {
        progress.Update();
        if (pacing is null || pacing.Last == pacingSeen) return;
        foreach (var decision in pacing.Since(ref pacingSeen)) command.WriteVerboseLine(decision);
    }

    private void Summarize()
    {
        var summary = tally.Summary();
        // Whoever sees the information stream need not read the line twice.
        if (!audience.SeesInformation) command.WriteVerboseLine(summary);
        command.WriteInformation(summary, [SummaryTag]);
    }
}
