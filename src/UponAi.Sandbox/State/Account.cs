namespace UponAi.Sandbox.State;

/// <summary>An account: who may call, and what is theirs. Agents are in the ordinal order of their ids.</summary>
internal sealed record Account(string Sid, string Token, IReadOnlyList<int> Workspaces, IReadOnlyList<Agent> Agents)
{
    internal Agent? FindAgent(string id) => Agents.FirstOrDefault(agent => agent.Id == id);
}
