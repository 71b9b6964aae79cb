namespace UponAi.Sandbox.Answers;

/// <summary>A row of the list of agents.</summary>
internal sealed record AgentAnswer(string AgentId, int Version, string AgentName);

/// <summary>A row of the list of an agent's versions.</summary>
internal sealed record AgentVersionAnswer(string AgentId, int Version, DateTimeOffset UpdatedAt);
