using UponAi.PowerShell.Current;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Sends the rows of one Set, Clear or Restore command through the queue, and writes the results on the pipeline thread
/// in input order, with progress, journal and summary.
/// </summary>
internal sealed class BulkRun
{
    /// <summary>Tags the summary in the information stream.</summary>
    private const string SummaryTag = "UponAi.Summary";

    // Ctrl+C must return the prompt at once. Cancelled requests normally end much sooner.
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromMilliseconds(400);

    private readonly PSCmdlet command;
    private readonly string? journalPath;
    private readonly CancellationToken stopping;
    private readonly StreamPreferences preferences;
    private readonly RunStatistics statistics = new();
    private readonly BulkProgress progress;
    private readonly OrderedRequestQueue queue;
    private readonly Func<UponAiConnection> connect;
    private readonly CurrentNumbers current;
    private readonly HashSet<string> listedAccounts = new(StringComparer.Ordinal);
    private IUpdateJournal? journal;
    private PacingLog? pacing;
    private long pacingSeen;

    /// <param name="connect">Returns the connection of the command.</param>
    /// <param name="total">The number of rows. Null if unknown.</param>
    /// <param name="journalPath">The full path of the journal, or null.</param>
    /// <param name="current">The numbers before the run, for the journal.</param>
    internal BulkRun(
        PSCmdlet command,
        StreamPreferences preferences,
        Func<UponAiConnection> connect,
        int throttleLimit,
        int? total,
        string? journalPath,
        CurrentNumbers current,
        CancellationToken stopping)
    {
        (this.command, this.preferences, this.connect) = (command, preferences, connect);
        (this.journalPath, this.current, this.stopping) = (journalPath, current, stopping);
        progress = new BulkProgress(command, statistics) { Total = total };
        queue = new OrderedRequestQueue(throttleLimit, WriteResult, UpdateProgress, stopping);
    }

    internal bool HasJournal => journalPath is not null;

    /// <summary>Sends the request of a row, unless the journal lists the request as done.</summary>
    /// <param name="target">The target of an error record.</param>
    /// <param name="ignoreJournal">True to send a request that the journal lists as done.</param>
    internal void Send(JournalledRequest request, object? target, bool ignoreJournal)
    {
        var connection = EnsureStarted();
        var (number, account) = (request.Assignment.Number, request.Location.AccountSid);
        if (!ignoreJournal && journal?.IsDone(request) == true)
        {
            Add(new BulkRow(target) { SkipReason = $"Skipped {number}: the journal lists this request as done." });
            return;
        }

        if (journal is not null && listedAccounts.Add(account))
            journal.AddCurrentNumbers(account, ListForJournal(account));
        Add(new RowRequest(connection.Api, journal, request, target));
    }

    /// <summary>Returns true if the journal lists a request as done.</summary>
    internal bool IsDone(JournalledRequest request)
    {
        EnsureStarted();
        return journal?.IsDone(request) == true;
    }

    /// <summary>
    /// Adds a number that already has the desired values. The journal then lists this request as done, and no longer an
    /// earlier request with other values.
    /// </summary>
    internal void AddUnchanged(JournalledRequest request, PhoneNumber current, object? target)
    {
        EnsureStarted();
        var reason = DescribeUnchanged(request.Assignment.Number);
        var row = new BulkRow(target) { SkipReason = reason, CurrentNumber = current };
        if (journal?.IsDone(request) == false)
            row.RecordOutcome(journal, request, JournalOutcome.Unchanged, current);
        Add(row);
    }

    internal static string DescribeUnchanged(NumberId number) =>
        $"Skipped {number}: the platform already has these values.";

    /// <summary>Adds a row: a request to send, or the result of an unsent row, to write in input order.</summary>
    internal void Add(BulkRow row) => RunStep(() => queue.Add(row));

    /// <summary>Waits for the requests in flight, and writes the summary of a run with several rows.</summary>
    internal void Finish()
    {
        RunStep(queue.Drain);
        progress.Complete();
        // A preview adds only its errors.
        if (statistics.Rows > 1 && !preferences.IsWhatIf) WriteSummary();
    }

    /// <summary>Waits a moment for the cancelled requests and their journal lines, and closes the journal.</summary>
    internal void Close()
    {
        queue.WaitForCancelled(CloseTimeout);
        journal?.Dispose();
        progress.Complete();
    }

    /// <summary>
    /// Returns the connection. Opens the journal and the log of pacing decisions at the first request.
    /// </summary>
    private UponAiConnection EnsureStarted()
    {
        var connection = connect();
        if (pacing is not null) return connection;
        try
        {
            if (journalPath is not null) journal = JournalFiles.Open(journalPath, connection.BaseUri);
        }
        catch (UponAiException e)
        {
            command.ThrowTerminatingError(e.ToRecord(journalPath));
        }

        pacing = connection.Api.Pacing;
        pacingSeen = pacing.Last;
        progress.Pacing = pacing;
        return connection;
    }

    /// <summary>Lists the numbers of an account before the run changes them.</summary>
    private IReadOnlyList<PhoneNumber> ListForJournal(string account)
    {
        try
        {
            return current.ListOnce(account);
        }
        catch (UponAiException e)
        {
            command.WriteWarning(
                $"The journal will not contain the earlier values of the numbers of account "
                + $"{DisplayText.Sanitize(account)}: {e.Message}");
            return [];
        }
    }

    /// <summary>Adds or drains rows. A stopped command ends with the exception that PowerShell expects.</summary>
    private void RunStep(Action step)
    {
        try
        {
            step();
            UpdateProgress();
        }
        catch (Exception e)
        {
            progress.Complete();
            if (e is OperationCanceledException && stopping.IsCancellationRequested)
                throw new PipelineStoppedException();
            throw;
        }
    }

    private void WriteResult(BulkRow row)
    {
        statistics.Add(row);
        if (preferences.SeesVerbose) WriteVerboseLines(row);
        if (row.CurrentNumber is { } current) command.WriteObject(current);
        if (row.Update is { } update)
        {
            foreach (var warning in update.Warnings) command.WriteWarning(warning);
            command.WriteObject(update.PhoneNumber);
        }

        if (row.Failure is { } failure) command.WriteError(failure.ToRecord(row.Target));
        if (row.JournalError is { } error) command.WriteError(error.ToRecord(row.Target));
        UpdateProgress();
    }

    private void WriteVerboseLines(BulkRow row)
    {
        if (row.SkipReason is { } reason) command.WriteVerboseLine(reason);
        if (row.Request is { Attempts: > 0 } request) command.WriteRequest(request);
    }

    private void UpdateProgress()
    {
        progress.Update();
        if (pacing is null || pacing.Last == pacingSeen) return;
        foreach (var decision in pacing.Since(ref pacingSeen)) command.WriteVerboseLine(decision);
    }

    private void WriteSummary()
    {
        var summary = statistics.DescribeTotals();
        // A visible information stream already shows the summary.
        if (!preferences.SeesInformation) command.WriteVerboseLine(summary);
        command.WriteInformation(summary, [SummaryTag]);
    }
}
