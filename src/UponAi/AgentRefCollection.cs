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
                throw new UponAiException(UponAiError.InvalidAgentRef, $"'{PlainText.Show(text)}': part {i + 1} is empty; agents are joined by one ';' and none ends the list.");
            agents[i] = AgentRef.Parse(parts[i]);
        }

        return new AgentRefCollection(agents);
    }

    /// <summary>The text that <see cref="Parse"/> reads back; empty for no agents.</summary>
    public override string ToString() => string.Join(";", this);

    /// <summary>For people: <c>agent_a@3 90%, agent_b 10%</c>; a lone agent is shown without its weight.</summary>
    public string ToDisplayString() => Count == 1
        ? AgentRefText.Display(AgentRef.FromPlatform(this[0].AgentId, this[0].AgentVersion, null))
        : string.Join(", ", this.Select(agent => agent.ToDisplayString()));
}
