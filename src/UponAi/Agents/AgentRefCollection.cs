using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Text.RegularExpressions;

namespace UponAi;

/// <summary>
/// The agents of a direction, in order. The text form separates agents by <c>;</c>, so it fits into a CSV cell.
/// </summary>
[TypeConverter("UponAi.PowerShell.Parameters.ParameterConverter, UponAi.PowerShell")]
public sealed class AgentRefCollection : ReadOnlyCollection<AgentRef>
{
    private const char Joiner = ';';

    // A line break in a cell separates agents, with or without a ';' at the end of the line.
    private static readonly Regex LineBreak = new(@"[ \t]*;?[ \t]*[\r\n]\s*", RegexOptions.CultureInvariant);

    /// <summary>Gets the collection without agents.</summary>
    public static AgentRefCollection Empty { get; } = new([]);

    /// <summary>
    /// Gets the empty collection for the word <c>none</c>. A command can distinguish it from a collection that is empty
    /// by accident.
    /// </summary>
    internal static AgentRefCollection None { get; } = new([]);

    /// <summary>Wraps a list of agents.</summary>
    public AgentRefCollection(IList<AgentRef> agents) : base(agents)
    {
    }

    /// <summary>Parses agents that are separated by <c>;</c> or by line breaks.</summary>
    /// <exception cref="UponAiException">A part is not an agent.</exception>
    public static AgentRefCollection Parse(string text)
    {
        var joined = text ?? "";
        AgentRefRules.CheckText(joined);
        if (joined.IndexOfAny(['\r', '\n']) >= 0) joined = LineBreak.Replace(joined.Trim(), ";");
        var parts = joined.Split(Joiner);
        var agents = new AgentRef[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts.Length > 1 && string.IsNullOrWhiteSpace(parts[i]))
            {
                throw new UponAiException(
                    UponAiError.InvalidAgentRef,
                    $"'{DisplayText.Sanitize(text)}': part {i + 1} is empty. Separate agents by one ';', and leave out "
                    + "a ';' at the end.");
            }

            agents[i] = AgentRef.Parse(parts[i]);
        }

        return new AgentRefCollection(agents);
    }

    /// <summary>
    /// Returns the split after a part of one agent's share moved to another agent. For <c>agent_a=80%;agent_b=20%</c>,
    /// moving 0.25 from agent_a to agent_c returns <c>agent_a=60%;agent_b=20%;agent_c=20%</c>.
    /// </summary>
    /// <param name="from">The agent that loses the part. Without a version, all versions of the agent lose it.</param>
    /// <param name="to">The agent that gets the part. The agent may already have a share.</param>
    /// <param name="part">The part of the share: a fraction above 0 and at most 1. 1 moves the whole share.</param>
    /// <returns>
    /// The new split, without agents that the platform reports with weight 0. The same collection if
    /// <paramref name="from"/> has no share.
    /// </returns>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidAgentSplit"/>: the part is out of range, both are the same agent, or the weights
    /// of these agents do not total 1.
    /// </exception>
    public AgentRefCollection MoveShare(AgentRef from, AgentRef to, decimal part)
    {
        if (from is null) throw new ArgumentNullException(nameof(from));
        if (to is null) throw new ArgumentNullException(nameof(to));
        return SplitMath.Move(this, from, to, part) is { } moved ? new AgentRefCollection(moved) : this;
    }

    /// <summary>
    /// Returns the agents that <paramref name="leaving"/> does not cover. Their weights do not change.
    /// </summary>
    /// <returns>The same collection if no agent leaves.</returns>
    internal AgentRefCollection Without(AgentRef leaving) => this.Any(leaving.Covers)
        ? new AgentRefCollection([.. SplitMath.FillWeights(this).Where(agent => !leaving.Covers(agent))])
        : this;

    /// <summary>
    /// Returns the text that <see cref="Parse"/> reads back. The text is empty if there are no agents.
    /// </summary>
    public override string ToString() => string.Join(";", this);

    /// <summary>Returns text for people: <c>agent_a@3 90%, agent_b 10%</c>. A lone agent has no weight.</summary>
    public string ToDisplayString() => Count == 1
        ? AgentRef.FromPlatform(this[0].AgentId, this[0].AgentVersion, null).ToDisplayString()
        : string.Join(", ", this.Select(agent => agent.ToDisplayString()));
}
