using System.Collections.ObjectModel;

namespace UponAi;

/// <summary>Agents in order, as a direction has them. Its text form is that of its agents joined by <c>;</c>, so that it survives a CSV cell.</summary>
public sealed class AgentRefCollection : ReadOnlyCollection<AgentRef>
{
    /// <summary>No agents.</summary>
    public static AgentRefCollection Empty { get; } = new([]);

    /// <summary>Wraps the agents.</summary>
    public AgentRefCollection(IList<AgentRef> agents) : base(agents)
    {
    }

    /// <summary>Reads one or several agents joined by <c>;</c>.</summary>
    /// <exception cref="UponAiException">A part is no agent.</exception>
    public static AgentRefCollection Parse(string text)
    {
        var parts = (text ?? "").Split(AgentRefText.Joiner);
        var agents = new AgentRef[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts.Length > 1 && string.IsNullOrWhiteSpace(parts[i]))
                throw new UponAiException(UponAiError.InvalidAgentRef, $"'{DisplayText.Sanitize(text)}': part {i + 1} is empty; agents are joined by one ';' and none ends the list.");
            agents[i] = AgentRef.Parse(parts[i]);
        }

        return new AgentRefCollection(agents);
    }

    /// <summary>
    /// The split in which another agent has a part of the share that one has here: for <c>agent_a=80%;agent_b=20%</c>, moving 0.25 from
    /// agent_a to agent_c makes <c>agent_a=60%;agent_b=20%;agent_c=20%</c>.
    /// </summary>
    /// <param name="from">The agent that gives; without a version, every version of it.</param>
    /// <param name="to">The agent that takes, which may have a share already.</param>
    /// <param name="part">How much of the share moves: a fraction above 0, at most 1 for all of it.</param>
    /// <returns>These agents, where the one that gives is not among them.</returns>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAgentSplit"/>: the part is no such fraction, both are the same agent, or the agents here make no split.</exception>
    public AgentRefCollection MoveShare(AgentRef from, AgentRef to, decimal part) => SplitMath.Move(
        this, from ?? throw new ArgumentNullException(nameof(from)), to ?? throw new ArgumentNullException(nameof(to)), part);

    /// <summary>The text that <see cref="Parse"/> reads back; empty for no agents.</summary>
    public override string ToString() => string.Join(";", this);

    /// <summary>For people: <c>agent_a@3 90%, agent_b 10%</c>; a lone agent is shown without its weight.</summary>
    public string ToDisplayString() => Count == 1
        ? AgentRefText.Display(AgentRef.FromPlatform(this[0].AgentId, this[0].AgentVersion, null))
        : string.Join(", ", this.Select(agent => agent.ToDisplayString()));
}
