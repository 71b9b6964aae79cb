using System.ComponentModel;
using System.Globalization;

namespace UponAi;

/// <summary>
/// An agent, optionally with a version and with a weight, which is its share of calls. The text form is
/// <c>agent_id[@version][=weight]</c>. The weight is a fraction or a percentage.
/// </summary>
/// <remarks>
/// The converter lets PowerShell cast text and hashtables to this type. It is named as text because the domain does not
/// reference PowerShell: this type and <see cref="AgentRefCollection"/> are the only places where a lower layer names a
/// higher one.
/// </remarks>
[TypeConverter("UponAi.PowerShell.Parameters.ParameterConverter, UponAi.PowerShell")]
public sealed class AgentRef : IEquatable<AgentRef>
{
    private const char VersionMark = '@';
    private const char WeightMark = '=';

    private AgentRef(string agentId, int? agentVersion, decimal? weight, bool isFromPlatform)
    {
        if (!isFromPlatform) AgentRefRules.Check(agentId, agentVersion, weight);
        (AgentId, AgentVersion, Weight) = (agentId, agentVersion, weight);
    }

    /// <summary>Creates an agent that can be sent.</summary>
    /// <param name="agentId">The platform's id, for example <c>agent_d3c2df14e163c7ca8ac5b1bf38</c>.</param>
    /// <param name="agentVersion">A version from 0, or null for the latest.</param>
    /// <param name="weight">A fraction above 0 and at most 1, or null.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidAgentRef"/> or <see cref="UponAiError.InvalidAgentSplit"/>.
    /// </exception>
    public AgentRef(string agentId, int? agentVersion = null, decimal? weight = null)
        : this(agentId, agentVersion, weight, isFromPlatform: false)
    {
    }

    /// <summary>Gets the platform's id of the agent.</summary>
    public string AgentId { get; }

    /// <summary>Gets the version, or null for the latest. Version 0 exists.</summary>
    public int? AgentVersion { get; }

    /// <summary>Gets the share of calls as a fraction, or null if it follows from the other agents.</summary>
    public decimal? Weight { get; }

    /// <summary>
    /// Creates an agent from the platform's values. The values are not checked: a weight of 0 is possible.
    /// </summary>
    internal static AgentRef FromPlatform(string agentId, int? agentVersion, decimal? weight) =>
        new(agentId, agentVersion, weight, isFromPlatform: true);

    /// <summary>Parses <c>agent_id[@version][=weight]</c>, in the same way in every culture.</summary>
    /// <exception cref="UponAiException">
    /// The text is not an agent. The message says which part is wrong and why.
    /// </exception>
    public static AgentRef Parse(string text)
    {
        var rest = (text ?? "").Trim();
        AgentRefRules.CheckText(rest);
        var weightText = CutAt(WeightMark, ref rest);
        int? version = CutAt(VersionMark, ref rest) is { } versionText
            ? AgentRefText.ParseVersion(text!, versionText) : null;
        decimal? weight = weightText is null ? null : AgentRefText.ParseWeight(text!, weightText);
        return new AgentRef(rest, version, weight);
    }

    /// <summary>Returns the same agent with another weight.</summary>
    public AgentRef WithWeight(decimal? weight) => new(AgentId, AgentVersion, weight);

    /// <summary>Returns true for the same id and version. Weights do not count.</summary>
    internal bool IsSameAgent(AgentRef other) => HasSameId(other) && AgentVersion == other.AgentVersion;

    /// <summary>
    /// Returns true for the same id. The version counts only if this agent has one. Weights do not count.
    /// </summary>
    internal bool Covers(AgentRef other) =>
        HasSameId(other) && (AgentVersion is null || AgentVersion == other.AgentVersion);

    internal bool HasSameId(AgentRef other) => string.Equals(AgentId, other.AgentId, StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool Equals(AgentRef? other) => other is not null && IsSameAgent(other) && Weight == other.Weight;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AgentRef);

    /// <inheritdoc/>
    public override int GetHashCode() => (AgentId, AgentVersion, Weight).GetHashCode();

    /// <summary>Returns the text that <see cref="Parse"/> reads back to an equal agent, in every culture.</summary>
    public override string ToString() =>
        AgentId + VersionText + (Weight is { } weight ? WeightMark + AgentRefText.Exact(weight) : "");

    /// <summary>Returns text for people: <c>agent_a@3 90%</c>.</summary>
    public string ToDisplayString() =>
        DisplayText.Sanitize(AgentId)
        + VersionText
        + (Weight is { } weight ? " " + weight.ToString("0.####%", CultureInfo.InvariantCulture) : "");

    private string VersionText =>
        AgentVersion is { } version ? VersionMark + version.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>Cuts the text at the first mark, and returns the trimmed part behind the mark or null.</summary>
    private static string? CutAt(char mark, ref string text)
    {
        var at = text.IndexOf(mark);
        if (at < 0) return null;
        var behind = text.Substring(at + 1).Trim();
        text = text.Substring(0, at).TrimEnd();
        return behind;
    }
}
