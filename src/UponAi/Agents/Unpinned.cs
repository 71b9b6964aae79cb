namespace UponAi;

/// <summary>
/// Finds agents without a version. Calls use the latest version of such an agent, which can be a draft that somebody is
/// editing. Published versions never change.
/// </summary>
internal static class Unpinned
{
    /// <summary>
    /// Returns the agents without a version, each with its direction: <c>inbound agent_a; outbound agent_b</c>. Returns
    /// null if each agent has a version.
    /// </summary>
    internal static string? Describe(AgentRefCollection inbound, AgentRefCollection outbound)
    {
        List<string>? found = null;
        Add("inbound ", inbound);
        Add("outbound ", outbound);
        return found is null ? null : string.Join("; ", found);

        void Add(string direction, AgentRefCollection agents)
        {
            foreach (var agent in agents)
            {
                if (agent.AgentVersion is null) (found ??= []).Add(direction + DisplayText.Sanitize(agent.AgentId));
            }
        }
    }
}
