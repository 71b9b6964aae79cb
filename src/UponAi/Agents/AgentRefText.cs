using System.Globalization;

namespace UponAi;

/// <summary>The text form <c>agent_id[@version][=weight]</c>, several joined by <c>;</c>. Invariant in every culture.</summary>
internal static class AgentRefText
{
    private const char VersionMark = '@';
    private const char WeightMark = '=';
    internal const char Joiner = ';';

    internal static AgentRef Parse(string text)
    {
        var rest = (text ?? "").Trim();
        decimal? weight = null;
        int? version = null;

        var weightAt = rest.IndexOf(WeightMark);
        var weightText = weightAt < 0 ? null : rest.Substring(weightAt + 1).Trim();
        if (weightAt >= 0) rest = rest.Substring(0, weightAt).TrimEnd();

        var versionAt = rest.IndexOf(VersionMark);
        if (versionAt >= 0)
        {
            version = ParseVersion(text!, rest.Substring(versionAt + 1).Trim());
            rest = rest.Substring(0, versionAt).TrimEnd();
        }

        if (weightText is not null) weight = ParseWeight(text!, weightText);
        return new AgentRef(rest, version, weight);
    }

    internal static string Format(AgentRef agent)
    {
        var text = agent.AgentId;
        if (agent.AgentVersion is { } version) text += VersionMark + version.ToString(CultureInfo.InvariantCulture);
        if (agent.Weight is { } weight) text += WeightMark + Exact(weight);
        return text;
    }

    /// <summary>Every decimal of a weight, and no zeros at its end.</summary>
    internal static string Exact(decimal weight) => weight.ToString("0.############################", CultureInfo.InvariantCulture);

    internal static string Display(AgentRef agent)
    {
        var text = DisplayText.Sanitize(agent.AgentId);
        if (agent.AgentVersion is { } version) text += VersionMark + version.ToString(CultureInfo.InvariantCulture);
        if (agent.Weight is { } weight) text += " " + weight.ToString("0.####%", CultureInfo.InvariantCulture);
        return text;
    }

    /// <summary>Reads a weight: <c>0.9</c> or <c>90%</c>.</summary>
    internal static decimal ParseWeight(string whole, string text)
    {
        var isPercentage = text.EndsWith("%", StringComparison.Ordinal);
        var digits = isPercentage ? text.Substring(0, text.Length - 1).TrimEnd() : text;
        if (!HoldsNul(digits) && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight))
        {
            // The fraction that it makes would be taken for a percentage that lost its sign: 1.5 for 1.5%.
            if (isPercentage && weight > 100m)
                throw new UponAiException(UponAiError.InvalidAgentSplit, $"'{DisplayText.Sanitize(whole)}': the weight '{DisplayText.Sanitize(text)}' is more than 100%; the weights of a direction total 100%.");
            return isPercentage ? weight / 100m : weight;
        }

        var hint = HoldsAnotherAgent(digits) ? " Several agents are joined by ';', as in agent_a=90%;agent_b=10%."
            : digits.IndexOf(',') >= 0 ? " The decimal mark is a point."
            : "";
        throw new UponAiException(UponAiError.InvalidAgentSplit,
            $"'{DisplayText.Sanitize(whole)}': the weight '{DisplayText.Sanitize(text)}' is neither a fraction, such as 0.5, nor a percentage, such as 50%.{hint}");
    }

    // Behind a decimal comma there are digits, behind one between two agents there is a name.
    private static bool HoldsAnotherAgent(string weight) => weight.Split(',').Skip(1).Any(part => part.Any(char.IsLetter));

    private static int ParseVersion(string whole, string text)
    {
        if (!HoldsNul(text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return version;
        throw new UponAiException(UponAiError.InvalidAgentRef,
            $"'{DisplayText.Sanitize(whole)}': the version '{DisplayText.Sanitize(text)}' is not a whole number from 0. Write agent_id@3, or leave @… out for the latest.");
    }

    // .NET's number parsers read past NULs at the end.
    private static bool HoldsNul(string text) => text.IndexOf('\0') >= 0;
}
