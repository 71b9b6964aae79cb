using UponAi.Client.Journaling;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>A folder with a journal. The folder is deleted with the test.</summary>
internal sealed class JournalFolder : IDisposable
{
    internal static readonly Uri BaseUri = new("https://api.example.com");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi journal ");

    internal string Folder => folder.FullName;

    internal string Path => System.IO.Path.Combine(folder.FullName, "run.jsonl");

    /// <summary>Gets the text of the journal while it is closed.</summary>
    internal string Text
    {
        get => File.ReadAllText(Path);
        set => File.WriteAllText(Path, value);
    }

    internal string[] Lines => File.ReadAllLines(Path);

    internal UpdateJournal Open(Uri? baseUri = null) =>
        new(Path, baseUri ?? BaseUri, new SkippingTime(Settings.For(BaseUri)));

    /// <summary>Runs a function with an open journal, as one run.</summary>
    internal void Run(Action<UpdateJournal> run)
    {
        using var journal = Open();
        run(journal);
    }

    /// <summary>Returns true if the next run would skip the request as done.</summary>
    internal bool IsDone(NumberAssignment assignment, NumberLocation? scope = null, Uri? baseUri = null)
    {
        using var journal = Open(baseUri);
        return journal.IsDone(JournalWords.Request(assignment, scope));
    }

    internal UponAiException Refuse() => Assert.Throws<UponAiException>(() => Open().Dispose());

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>Returns the decision of a run about a request in a word.</summary>
internal static class JournalWords
{
    private static readonly UponAiException NotFound = new(UponAiError.NotFound, "There is no such number.");

    internal static JournalledRequest Request(NumberAssignment assignment, NumberLocation? location = null) =>
        new(assignment, location ?? TestAssignments.Scope);

    internal static JournalledRequest Start(
        this UpdateJournal journal,
        NumberAssignment assignment,
        NumberLocation? location = null)
    {
        var request = Request(assignment, location);
        journal.Begin(request);
        return request;
    }

    /// <summary>Sends a request without recording its outcome, like a killed process.</summary>
    internal static JournalledRequest Send(
        this UpdateJournal journal,
        NumberAssignment assignment,
        NumberLocation? location = null)
    {
        var request = journal.Start(assignment, location);
        journal.RecordSending(request);
        return request;
    }

    internal static void Succeed(
        this UpdateJournal journal,
        NumberAssignment assignment,
        NumberLocation? location = null,
        PhoneNumber? after = null) =>
        journal.RecordOutcome(journal.Send(assignment, location), JournalOutcome.Succeeded, Summary(200), after, null);

    internal static void Succeed(this UpdateJournal journal, JournalledRequest request) =>
        journal.RecordOutcome(request, JournalOutcome.Succeeded, Summary(200), null, null);

    internal static void Fail(this UpdateJournal journal, NumberAssignment assignment) =>
        journal.RecordOutcome(journal.Send(assignment), JournalOutcome.Failed, Summary(404), null, NotFound);

    internal static void Lose(this UpdateJournal journal, NumberAssignment assignment) =>
        journal.RecordOutcome(journal.Send(assignment), JournalOutcome.Unknown, null, null, null);

    internal static bool IsDone(this UpdateJournal journal, NumberAssignment assignment) =>
        journal.IsDone(Request(assignment));

    internal static RequestSummary Summary(int status) => new("PUT", "/", status, 1, TimeSpan.Zero);
}
