namespace UponAi.Help.Commands;

/// <summary>What the parameters mean that the engine gives to every command that asks.</summary>
internal static class SharedTexts
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["WhatIf"] = "Shows what would be done, and does not do it.",
        ["Confirm"] = "Asks before each change.",
    };

    /// <summary>True where a page need not say anything.</summary>
    internal static bool Has(string parameter) => Texts.ContainsKey(parameter);

    internal static IReadOnlyList<string> Of(string parameter) => [Texts[parameter]];
}
