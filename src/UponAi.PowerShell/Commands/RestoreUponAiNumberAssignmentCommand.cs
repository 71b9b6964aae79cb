using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// Restores numbers to their state before the runs of a journal. Does not change numbers that somebody changed since.
/// </summary>
[Cmdlet(VerbsData.Restore, "UponAiNumberAssignment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PhoneNumber))]
public sealed class RestoreUponAiNumberAssignmentCommand : ConnectedCommand
{
    private AssignmentSender? sender;

    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The journal of the runs to undo.")]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string JournalPath { get; set; } = "";

    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Run { get; set; }

    [Parameter]
    [ValidateRange(1, ConnectionSettings.MaxRequestsInFlight)]
    public int ThrottleLimit { get; set; } = 32;

    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        var path = Require(() => ResolvePath(JournalPath, "journal", UponAiError.InvalidJournal), JournalPath);
        var histories = Require(() => ReadHistories(path), JournalPath);
        sender = new AssignmentSender(this, ThrottleLimit, histories.Count, path);
        if (histories.Count == 0)
            WriteWarning("The selected runs changed no number. Get-UponAiJournal shows the runs.");
        foreach (var history in histories) Try(history.Last, () => Restore(history));
        sender.Finish();
    }

    private protected override void OnDisposing() => sender?.Close();

    private protected override void ReportError(UponAiException error, object? target) =>
        sender!.AddError(error, target);

    private List<NumberHistory> ReadHistories(string path)
    {
        var runs = new WildcardFilter(StringComparer.OrdinalIgnoreCase);
        runs.AddAll(Run);
        var histories = new List<NumberHistory>();
        var byNumber = new Dictionary<(string, string, int, string), NumberHistory>();
        var hasMatch = false;
        foreach (var entry in JournalFiles.Read(path))
        {
            if (Stopping) throw new PipelineStoppedException();
            if (!runs.Includes(entry.Run)) continue;
            hasMatch = true;
            if (!entry.MayHaveChanged) continue;
            // Two workspaces may have the same extension.
            var number = (entry.BaseUri, entry.AccountSid, entry.WorkspaceId, entry.Number);
            var isKnown = byNumber.TryGetValue(number, out var history);
            // Without -Run, a repeated restore must not undo the restore before it.
            if (Run is null && entry.IsRestore)
            {
                history?.AddRestore(entry);
                continue;
            }

            if (!isKnown) histories.Add(byNumber[number] = history = new NumberHistory { Last = entry });
            history!.Add(entry);
        }

        if (hasMatch || Run is null) return histories;
        throw new UponAiException(
            UponAiError.InvalidJournal,
            $"The journal '{DisplayText.Sanitize(path)}' has no run '{DisplayText.Sanitize(string.Join(", ", Run))}'. "
            + "Get-UponAiJournal shows its runs.");
    }

    private void Restore(NumberHistory history)
    {
        var entry = history.Last;
        var number = NumberId.Parse(entry.Number);
        CheckAddress(entry);
        var location = new RequestedLocation(entry.AccountSid, entry.WorkspaceId);
        if (sender!.FindCurrent(number, location) is not { } current)
        {
            // A preview without a list shows only the values to restore.
            var values = history.ChangeBack(number);
            if (!values.IsEmpty) ShouldProcess(number.Value, values.Describe());
            return;
        }

        var change = history.ChangeBack(number, current);
        if (change.IsEmpty)
        {
            sender.Skip($"Skipped {number}: the number already has its earlier values.", current, entry);
            return;
        }

        var isChangedSince = !history.IsAsLeft(current);
        if (isChangedSince && !Force) throw history.ChangedSince(current);
        var description = (isChangedSince ? "Overwrite a later change: " : "") + change.Describe(current);
        sender.ConfirmAndSend(change, description, location, entry, isRestore: true);
    }

    // A preview may have no connection.
    private void CheckAddress(JournalEntry entry)
    {
        if (sender!.FindConnection() is not { } connection) return;
        var address = connection.BaseUri.AbsoluteUri;
        if (address == entry.BaseUri) return;
        var earlier = DisplayText.Sanitize(entry.BaseUri);
        throw new UponAiException(
            UponAiError.NotConnected,
            $"{DisplayText.Sanitize(entry.Number)} was changed at {earlier}, but this connection is to "
            + $"{DisplayText.Sanitize(address)}. Connect to {earlier} to restore the number.");
    }
}
