using System.Management.Automation;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>
/// The cmdlet of the built module in a hosted engine. The rows are piped in, and the results are discarded. With a
/// journal, each round has a new file.
/// </summary>
internal sealed class CmdletSender : ISender
{
    private readonly ModuleEngine engine = new();
    private readonly PSObject[] piped;
    private readonly string? journal;
    private readonly bool readsList;

    /// <param name="readsList">True to read the list of numbers before each round, as a journal does.</param>
    internal CmdletSender(Uri platform, int rows, bool hasJournal = false, bool readsList = false)
    {
        this.readsList = readsList;
        piped = [.. Rows.Stream(rows)];
        journal = hasJournal ? Path.Combine(Path.GetTempPath(), $"UponAi benchmark {Guid.NewGuid()}.journal") : null;
        engine.Connect(platform);
    }

    public string Name => (readsList ? "Get-UponAiNumber, then " : "") + "Set-UponAiNumberAssignment"
        + (journal is null ? "" : " -JournalPath");

    public Task SendAsync()
    {
        if (readsList) engine.ListNumbers();
        engine.Set(
            piped,
            $"-ThrottleLimit {BulkOptions.InFlight}" + (journal is null ? "" : $" -JournalPath '{journal}'"));
        Delete();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        engine.Dispose();
        Delete();
    }

    private void Delete()
    {
        if (journal is not null) File.Delete(journal);
    }
}
