using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace UponAi.Host.Screen;

/// <summary>Output goes to stdout, errors to stderr; questions are asked on the console and answered with a line.</summary>
internal sealed class ConsoleInterface : PSHostUserInterface
{
    private const string Reset = "\u001b[0m";

    /// <summary>Whether everything goes to stderr, as the formatter writes an error that is piped to it like any other object.</summary>
    internal bool WritesErrors { get; set; }

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleScreen();

    public override bool SupportsVirtualTerminal { get; } =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public override void Write(string value)
    {
        if (WritesErrors) Console.Error.Write(RenderedError(value));
        else Console.Out.Write(Rendered(value));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => Console.Error.WriteLine(RenderedError(value));

    public override void WriteDebugLine(string message) => WriteLine(GetFormatStyleString(FormatStyle.Debug) + "DEBUG: " + message + Reset);

    public override void WriteVerboseLine(string message) => WriteLine(GetFormatStyleString(FormatStyle.Verbose) + "VERBOSE: " + message + Reset);

    public override void WriteWarningLine(string message) => WriteLine(GetFormatStyleString(FormatStyle.Warning) + "WARNING: " + message + Reset);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // Lines of progress between rows of a table would spoil both.
    }

    public override string ReadLine() => Console.In.ReadLine() ?? throw NoAnswer();

    public override SecureString ReadLineAsSecureString() => throw new HostException("This host does not read secrets. Set the environment variable UPONAI_TOKEN.");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        WriteHeading(caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.Ordinal);
        foreach (var field in descriptions)
        {
            Write(field.Name + ": ");
            answers[field.Name] = PSObject.AsPSObject(ReadLine());
        }

        return answers;
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteHeading(caption, message);
        var keys = choices.Select(choice => KeyOf(choice.Label)).ToList();
        while (true)
        {
            Write(string.Join("  ", choices.Select((choice, i) => $"[{keys[i]}] {choice.Label.Replace("&", "", StringComparison.Ordinal)}")) + $" (default is \"{keys[defaultChoice]}\"): ");
            var answer = ReadLine().Trim();
            if (answer.Length == 0) return defaultChoice;
            var chosen = choices.ToList().FindIndex(choice =>
                answer.Equals(KeyOf(choice.Label), StringComparison.OrdinalIgnoreCase) || answer.Equals(choice.Label.Replace("&", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
            if (chosen >= 0) return chosen;
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new HostException("This host does not ask for credentials. Set the environment variable UPONAI_TOKEN.");

    private string Rendered(string value) => GetOutputString(value, SupportsVirtualTerminal);

    private string RenderedError(string value) => GetOutputString(value, SupportsVirtualTerminal && !Console.IsErrorRedirected);

    private void WriteHeading(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption)) WriteLine(caption);
        if (!string.IsNullOrEmpty(message)) WriteLine(message);
    }

    private static string KeyOf(string label)
    {
        var mark = label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < label.Length ? char.ToUpperInvariant(label[mark + 1]).ToString() : label;
    }

    private static HostException NoAnswer() => new("A question was asked, and nobody is there to answer it. For unattended use give -Confirm:$false.");
}
