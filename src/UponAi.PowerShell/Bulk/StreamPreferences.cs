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
        SeesDebug = command.GetSwitch("Debug") ?? IsVisible("DebugPreference");
        SeesVerbose = SeesDebug || (command.GetSwitch("Verbose") ?? IsVisible("VerbosePreference"));
        var information = command.MyInvocation.BoundParameters.TryGetValue("InformationAction", out var given)
            ? given
            : GetPreference("InformationPreference");
        SeesInformation = ToAction(information) == ActionPreference.Continue;
        NeedsShouldProcess = SeesVerbose
            || IsWhatIf
            || command.GetSwitch("Confirm") is not null
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
        && command.GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact < preference;

    private bool IsVisible(string variable) =>
        ToAction(GetPreference(variable)) is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    // The variable of a function is text, unlike the global one.
    private static ActionPreference ToAction(object? preference) =>
        LanguagePrimitives.TryConvertTo<ActionPreference>(preference, out var action)
            ? action
            : ActionPreference.SilentlyContinue;

    private object? GetPreference(string variable) => command.SessionState.PSVariable.GetValue(variable);
}
