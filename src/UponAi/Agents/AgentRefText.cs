using System.Globalization;

namespace UponAi;

/// <summary>Parses and formats the version and the weight of an agent, in the same way in every culture.</summary>
internal static class AgentRefText
{
    internal const string SeparatorExample = " Separate several agents by ';', as in agent_a=90%;agent_b=10%.";

    /// <summary>Returns every decimal of a weight, without zeros at its end.</summary>
    internal static string Exact(decimal weight) =>
        weight.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Parses a weight: <c>0.9</c> or <c>90%</c>.</summary>
    /// <param name="whole">The whole text, for messages.</param>
    /// <param name="text">The weight, trimmed.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAgentSplit"/>.</exception>
    internal static decimal ParseWeight(string whole, string text)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        var isPercentage = text.EndsWith("%", StringComparison.Ordinal);
        var digits = isPercentage ? text.Substring(0, text.Length - 1).TrimEnd() : text;
        if (!HoldsNul(digits) && decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out var weight))
        {
            // As a fraction, 150% is 1.5, which reads like a percentage that lost its sign.
            if (isPercentage && weight > 100m)
                throw InvalidWeight(whole, text, "is more than 100%. The weights of a direction total 100%.");
            return isPercentage ? weight / 100m : weight;
        }

        var hint = JoinHint(digits) is { Length: > 0 } join ? join
            : digits.IndexOf(',') >= 0 ? " The decimal mark is a point."
            : "";
        throw InvalidWeight(whole, text, "is neither a fraction, such as 0.5, nor a percentage, such as 50%." + hint);
    }

    /// <summary>Parses a version: a whole number from 0.</summary>
    /// <param name="whole">The whole text, for messages.</param>
    /// <param name="text">The version, trimmed.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAgentRef"/>.</exception>
    internal static int ParseVersion(string whole, string text)
    {
        if (!HoldsNul(text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;
        throw new UponAiException(
            UponAiError.InvalidAgentRef,
            $"'{DisplayText.Sanitize(whole)}': the version '{DisplayText.Sanitize(text)}' is not a whole number from "
            + $"0. Write agent_id@3, or leave out @… for the latest.{JoinHint(text)}");
    }

    /// <summary>
    /// Returns a sentence on how to separate agents if the text seems to contain another agent, or empty text.
    /// </summary>
    internal static string JoinHint(string text)
    {
        // A decimal comma is followed by digits. A comma between two agents is followed by a name.
        if (text.Split(',').Skip(1).Any(part => part.Any(char.IsLetter))) return SeparatorExample;
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Any(part => part.Any(char.IsLetter))
            ? " Agents cannot be separated by spaces, as in a list that PowerShell turned into text."
                + SeparatorExample
            : "";
    }

    private static UponAiException InvalidWeight(string whole, string text, string why) => new(
        UponAiError.InvalidAgentSplit,
            $"'{DisplayText.Sanitize(whole)}': the weight '{DisplayText.Sanitize(text)}' {why}");

    // The number parsers of .NET ignore NUL characters at the end.
    private static bool HoldsNul(string text) => text.IndexOf('\0') >= 0;
}
