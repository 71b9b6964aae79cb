using UponAi.Client.Journaling;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>A folder with a journal in it, for as long as a test runs.</summary>
internal sealed class JournalFolder : IDisposable
{
    internal static readonly Uri BaseUri = new("https://api.example.com");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi journal ");

    internal string Folder => folder.FullName;

    internal string Path => System.IO.Path.Combine(folder.FullName, "run.jsonl");

    /// <summary>What is in the file, while nobody has it open.</summary>
    internal string Text
    {
        get => File.ReadAllText(Path);
        set => File.WriteAllText(Path, value);
    }

    internal string[] Lines => File.ReadAllLines(Path);

    internal UpdateJournal Open(Uri? baseUri = null) => new(Path, baseUri ?? BaseUri, new SkippingTime(Settings.For(BaseUri)));

    /// <summary>One run: what the function does with the journal, which is closed afterwards.</summary>
    internal void Run(Action<UpdateJournal> run)
    {
        using var journal = Open();
        run(journal);
    }

    /// <summary>Whether the next run takes a request for done.</summary>
    internal bool IsDone(NumberAssignment assignment, NumberLocation? scope = null, Uri? baseUri = null)
    {
        using var journal = Open(baseUri);
        return journal.IsDone(assignment, scope ?? TestAssignments.Scope);
    }

    internal UponAiException Refuse() => Assert.Throws<UponAiException>(() => Open().Dispose());

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>What a run does with a journal, in a word.</summary>
internal static class JournalWords
{
    internal static void Start(this UpdateJournal journal, NumberAssignment assignment) => journal.Starting(assignment, TestAssignments.Scope);

    internal static void Send(this UpdateJournal journal, NumberAssignment assignment) => journal.Sending(assignment, TestAssignments.Scope);

    internal static void Succeed(this UpdateJournal journal, NumberAssignment assignment, NumberLocation? scope = null) =>
        journal.Finished(assignment, scope ?? TestAssignments.Scope, JournalOutcome.Succeeded, 200, null);

    internal static void Fail(this UpdateJournal journal, NumberAssignment assignment) => journal.Finished(assignment, TestAssignments.Scope, JournalOutcome.Failed, 404, UponAiError.NotFound);

    internal static void Lose(this UpdateJournal journal, NumberAssignment assignment) => journal.Finished(assignment, TestAssignments.Scope, JournalOutcome.Unknown, null, null);

    internal static bool IsDone(this UpdateJournal journal, NumberAssignment assignment) => journal.IsDone(assignment, TestAssignments.Scope);
}
