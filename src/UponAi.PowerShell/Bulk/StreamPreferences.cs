using System.Management.Automation;
using System.Reflection;

namespace UponAi.PowerShell.Bulk;

/// <summary>Whom the words of a command reach, as its parameters and the preferences have it when it begins. Nearly always nobody, and then no row's words need be made.</summary>
internal sealed class StreamPreferences
{
    private readonly PSCmdlet command;

    internal StreamPreferences(PSCmdlet command)
    {
        this.command = command;
        SeesDebug = command.MyInvocation.BoundParameters.TryGetValue("Debug", out var debug)
            ? debug is SwitchParameter { IsPresent: true }
            : Preference("DebugPreference") is ActionPreference and not (
                ActionPreference.SilentlyContinue or ActionPreference.Ignore);
        SeesVerbose = SeesDebug
            || IsBound("Verbose")
            || IsBound("Debug")
            || Preference("VerbosePreference") is not ActionPreference.SilentlyContinue;
        SeesInformation = (command.MyInvocation.BoundParameters.TryGetValue("InformationAction", out var given) ? given : Preference("InformationPreference")) is ActionPreference.Continue;
        IsAsked = SeesVerbose || IsBound("WhatIf") || IsBound("Confirm") || Preference("WhatIfPreference") is not false || !IsBelowQuestions();
    }

    /// <summary>True if the debug stream is visible. The requests of the command are then described.</summary>
    internal bool SeesDebug { get; }

    /// <summary>True where somebody may see the verbose stream.</summary>
    internal bool SeesVerbose { get; }

    /// <summary>True where the information stream is shown.</summary>
    internal bool SeesInformation { get; }

    /// <summary>True where ShouldProcess may have a question to ask or a line to show; where not, it says yes.</summary>
    internal bool IsAsked { get; }

    private bool IsBelowQuestions() =>
        Preference("ConfirmPreference") is ConfirmImpact preference
        && preference != ConfirmImpact.None
        && command.GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact < preference;

    private bool IsBound(string parameter) => command.MyInvocation.BoundParameters.ContainsKey(parameter);

    private object? Preference(string variable) => command.SessionState.PSVariable.GetValue(variable);
}

/// <summary>Writes to the streams of a command.</summary>
internal static class CommandStreams
{
    /// <summary>
    /// Writes a line to the verbose stream. With -Debug alone it goes to the debug stream, because PowerShell then asks
    /// after every verbose line whether to continue.
    /// </summary>
    internal static void WriteVerboseLine(this PSCmdlet command, string text)
    {
        var bound = command.MyInvocation.BoundParameters;
        if (bound.ContainsKey("Debug") && !bound.ContainsKey("Verbose")) command.WriteDebug(text);
        else command.WriteVerbose(text);
    }
}
