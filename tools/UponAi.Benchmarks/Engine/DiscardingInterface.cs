using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace UponAi.Benchmarks.Engine;

/// <summary>Discards all output, so that the speed of a terminal does not count.</summary>
internal sealed class DiscardingInterface : PSHostUserInterface
{
    public override PSHostRawUserInterface? RawUI => null;

    public override void Write(string value)
    {
        // Discarded.
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(value);

    public override void WriteLine(string value) => Write(value);

    public override void WriteErrorLine(string value) => Write(value);

    public override void WriteDebugLine(string message) => Write(message);

    public override void WriteVerboseLine(string message) => Write(message);

    public override void WriteWarningLine(string message) => Write(message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // Discarded.
    }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw NotAsked();

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

    private static HostException NotAsked() => new("No benchmark answers questions.");
}
