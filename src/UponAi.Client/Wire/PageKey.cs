namespace UponAi.Client.Wire;

/// <summary>Where the next page of a list of agents begins: after this version of this agent.</summary>
internal readonly record struct PageKey(string Id, int? Version);
