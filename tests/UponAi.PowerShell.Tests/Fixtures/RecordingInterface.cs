using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>Records the output and the questions of the engine, and answers the questions by a script.</summary>
internal sealed class RecordingInterface : PSHostUserInterface
{
    private readonly StringBuilder written = new();
    private readonly List<string> questions = [];

    /// <summary>Gets the labels to choose, in order, such as <c>Yes</c>. A further question is an error.</summary>
    internal Queue<string> Answers { get; } = new();

    /// <summary>Gets the written text of all streams, including errors, but without progress.</summary>
    internal string Written => written.ToString();

    internal string[] WrittenLines => Written.TrimEnd('\n').Split('\n');

    /// <summary>Gets the questions.</summary>
    internal IReadOnlyList<string> Questions => questions;

    /// <summary>Forgets the texts, the questions and the answers.</summary>
    internal void Clear()
    {
        written.Clear();
        questions.Clear();
        Answers.Clear();
    }

    public override PSHostRawUserInterface RawUI { get; } = new RecordingScreen();

    public override bool SupportsVirtualTerminal => false;

    public override void Write(string value) => written.Append(GetOutputString(value, SupportsVirtualTerminal));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => WriteLine(message);

    public override void WriteVerboseLine(string message) => WriteLine(message);

    public override void WriteWarningLine(string message) => WriteLine(message);

    // Only a slow machine shows progress. An Outcome has the records.
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        questions.Add(message);
        if (!Answers.TryDequeue(out var answer)) throw new HostException($"No answer is scripted for: {message}");
        return choices.ToList().FindIndex(choice => choice.Label.Replace("&", "", StringComparison.Ordinal) == answer);
    }

    public override Dictionary<string, PSObject> Prompt(
        string caption,
        string message,
        Collection<FieldDescription> descriptions) =>
        throw NotAsked();

    public override string ReadLine() => throw NotAsked();

    public override SecureString ReadLineAsSecureString() => throw NotAsked();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) =>
        throw NotAsked();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw NotAsked();

    private static HostException NotAsked() => new("No test expects this question.");
}
