namespace UponAi.PowerShell.Formatting;

/// <summary>Colors the lines of a <see cref="NumberComparisonView"/> with the user's <c>$PSStyle</c>.</summary>
internal sealed class DiffColors(string red, string green, string yellow, string reset)
{
    private static readonly DiffColors None = new("", "", "", "");

    /// <summary>Creates the colors.</summary>
    /// <param name="style">The engine's <c>$PSStyle</c>, or null on Windows PowerShell.</param>
    /// <param name="isSupported">True if the host shows escape sequences as colors.</param>
    internal static DiffColors From(object? style, bool isSupported)
    {
        // NO_COLOR sets PlainText. The engine removes colors from redirected text, except with the rendering Ansi.
        var rendering = GetMember(style, "OutputRendering")?.ToString();
        if (rendering is null or "PlainText" || !isSupported && rendering != "Ansi") return None;
        var colors = GetMember(style, "Foreground");
        return new DiffColors(
            GetSequence(colors, "Red"),
            GetSequence(colors, "Green"),
            GetSequence(colors, "Yellow"),
            GetSequence(style, "Reset"));
    }

    internal string Removed(string text) => red + text + reset;

    internal string Added(string text) => green + text + reset;

    internal string Warned(string text) => yellow + text + reset;

    private static string GetSequence(object? source, string name) => GetMember(source, name) as string ?? "";

    // The engine that this project references does not have the type of $PSStyle.
    private static object? GetMember(object? source, string name) =>
        source is null ? null : PSObject.AsPSObject(source).Properties[name]?.Value;
}
