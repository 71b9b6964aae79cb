using System.ComponentModel;

namespace UponAi;

/// <summary>
/// An agent, perhaps one version of it, perhaps with a weight: the share of calls it takes.
/// As text: <c>agent_id[@version][=weight]</c>, the weight a fraction or a percentage.
/// </summary>
[TypeConverter("UponAi.PowerShell.Binding.AgentRefConverter, UponAi.PowerShell")]
public sealed class AgentRef : IEquatable<AgentRef>
{
    private AgentRef(string agentId, int? agentVersion, decimal? weight, bool asPlatformSays)
    {
        if (!asPlatformSays) AgentRefRules.Check(agentId, agentVersion, weight);
        (AgentId, AgentVersion, Weight) = (agentId, agentVersion, weight);
    }

    /// <summary>Makes an agent that may be sent.</summary>
    /// <param name="agentId">The platform's id, for example <c>agent_d3c2df14e163c7ca8ac5b1bf38</c>.</param>
    /// <param name="agentVersion">A version from 0, or none for the latest.</param>
    /// <param name="weight">A fraction above 0, at most 1, or none.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAgentRef"/> or <see cref="UponAiError.InvalidAgentSplit"/>.</exception>
    public AgentRef(string agentId, int? agentVersion = null, decimal? weight = null)
        : this(agentId, agentVersion, weight, asPlatformSays: false)
    {
    }

    /// <summary>The platform's id of the agent.</summary>
    public string AgentId { get; }

    /// <summary>The version, 0 being a real one, or none for the latest.</summary>
    public int? AgentVersion { get; }

    /// <summary>The share of calls as a fraction, or none when it follows from the others.</summary>
    public decimal? Weight { get; }

    /// <summary>An agent as the platform reports it; its values are not judged (a weight of 0 is possible).</summary>
    internal static AgentRef FromPlatform(string agentId, int? agentVersion, decimal? weight) =>
        new(agentId, agentVersion, weight, asPlatformSays: true);

    /// <summary>Reads <c>agent_id[@version][=weight]</c>.</summary>
    /// <exception cref="UponAiException">The text is no agent; the message says which part and why.</exception>
    public static AgentRef Parse(string text) => AgentRefText.Parse(text);

    /// <summary>The same agent with another weight.</summary>
    public AgentRef WithWeight(decimal? weight) => new(AgentId, AgentVersion, weight);

    /// <inheritdoc/>
    public bool Equals(AgentRef? other) =>
        other is not null
        && string.Equals(AgentId, other.AgentId, StringComparison.Ordinal)
        && AgentVersion == other.AgentVersion
        && Weight == other.Weight;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AgentRef);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        (StringComparer.Ordinal.GetHashCode(AgentId) * 397) ^ (AgentVersion.GetHashCode() * 31) ^ Weight.GetHashCode();

    /// <summary>The text that <see cref="Parse"/> reads back to an equal agent, in every culture.</summary>
    public override string ToString() => AgentRefText.Format(this);

    /// <summary>For people: <c>agent_a@3 90%</c>.</summary>
    public string ToDisplayString() => AgentRefText.Display(this);
}
