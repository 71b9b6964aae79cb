using System.Reflection;

namespace UponAi.PowerShell.Bulk;

/// <summary>
/// The preferences of a command, from its parameters and the preference variables at its start: the visible streams,
/// and whether ShouldProcess matters. The command does not create texts for hidden streams.
/// </summary>
internal sealed class StreamPreferences
{
    private readonly PSCmdlet command;

    internal StreamPreferences(PSCmdlet command)
    {
        this.command = command;
        IsWhatIf = command.GetSwitch("WhatIf") ?? LanguagePrimitives.IsTrue(GetPreference("WhatIfPreference"));
        SeesDebug = command.GetSwitch("Debug")
            ?? GetPreference("DebugPreference") is ActionPreference and not (
                ActionPreference.SilentlyContinue or ActionPreference.Ignore);
        SeesVerbose = SeesDebug
            || (command.GetSwitch("Verbose")
                ?? GetPreference("VerbosePreference") is not ActionPreference.SilentlyContinue);
        var information = command.MyInvocation.BoundParameters.TryGetValue("InformationAction", out var given)
            ? given
            : GetPreference("InformationPreference");
        SeesInformation = information is ActionPreference.Continue;
        NeedsShouldProcess = SeesVerbose
            || IsWhatIf
            || command.GetSwitch("Confirm") is not null
            || GetPreference("WhatIfPreference") is not false
            || !IsBelowConfirmPreference();
    }

    /// <summary>True if the command only shows its changes.</summary>
    internal bool IsWhatIf { get; }

    /// <summary>True if the debug stream is visible, and the client has to describe each request.</summary>
    internal bool SeesDebug { get; }

    /// <summary>True if the verbose or the debug stream may be visible.</summary>
    internal bool SeesVerbose { get; }

    internal bool SeesInformation { get; }

    /// <summary>True if ShouldProcess may ask or write a line. Otherwise ShouldProcess always returns true.</summary>
    internal bool NeedsShouldProcess { get; }

    private bool IsBelowConfirmPreference() =>
        GetPreference("ConfirmPreference") is ConfirmImpact preference
        && preference != ConfirmImpact.None
        && command.GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact < preference;

    private object? GetPreference(string variable) => command.SessionState.PSVariable.GetValue(variable);
}
