namespace UponAi.PowerShell.Current;

/// <summary>
/// The agents that a workspace lists, or the reason why there is no list, for <see cref="AgentVerifier"/>. The list is
/// fetched once. The versions of an agent are fetched at the first use of a version that the list of agents does not
/// have.
/// </summary>
internal sealed class WorkspaceAgents
{
    // Each suggestion compares a name with every agent of the workspace.
    private const int MaxSuggestedAgents = 100;

    private readonly int workspace;
    private readonly UponAiException? failure;
    private readonly FetchList<Agent> fetch;
    private readonly ILookup<string, Agent> listed;
    private readonly ILookup<string?, UponAiException> unreadable;
    private readonly Dictionary<(string Id, int? Version), UponAiException?> checkedAgents = [];
    private readonly Dictionary<string, (ListOutcome<Agent>? List, UponAiException? Failure)> versions =
        new(StringComparer.Ordinal);
    private int suggestions;

    /// <summary>Fetches the agents of a workspace.</summary>
    internal WorkspaceAgents(int workspace, FetchList<Agent> fetch)
    {
        (this.workspace, this.fetch) = (workspace, fetch);
        (var list, failure) = fetch.TryFetch((api, cancellation) => api.ListAgentsAsync(workspace, cancellation));
        listed = (list?.Rows ?? []).ToLookup(agent => agent.AgentId, StringComparer.Ordinal);
        unreadable = (list?.Unreadable ?? []).ToLookup(row => row.Name, row => row.Error, StringComparer.Ordinal);
    }

    /// <summary>
    /// Returns why the agent cannot be used, or null if the workspace lists it. The error is
    /// <see cref="UponAiError.UnknownAgent"/>, or the reason why it is not known.
    /// </summary>
    internal UponAiException? Check(AgentRef agent)
    {
        var key = (agent.AgentId, agent.AgentVersion);
        if (!checkedAgents.TryGetValue(key, out var problem))
            checkedAgents[key] = problem = failure ?? Find(agent.AgentId, agent.AgentVersion);
        return problem;
    }

    private UponAiException? Find(string id, int? version)
    {
        if (!listed.Contains(id) && !unreadable.Contains(id))
        {
            return unreadable[null].FirstOrDefault() is { } unnamed
                ? ListFetching.MayBeUnreadable($"Workspace {workspace}", $"the agent '{id}'", unnamed)
                : Missing($"no agent '{id}'. {Suggest(id)}");
        }

        return version is not { } number || listed[id].Any(agent => agent.AgentVersion == number)
            ? null
            : FindVersion(id, number);
    }

    private UponAiException? FindVersion(string id, int version)
    {
        if (!versions.TryGetValue(id, out var fetched))
        {
            versions[id] = fetched = fetch.TryFetch(
                (api, cancellation) => api.ListAgentVersionsAsync(id, workspace, cancellation));
        }

        if (fetched.List is not { } list) return fetched.Failure;
        var numbers = list.Rows.Select(agent => agent.AgentVersion).OfType<int>().ToList();
        if (numbers.Contains(version)) return null;
        if (list.Unreadable.Count > 0) return list.Unreadable[0].Error;
        var nearest = numbers.Count == 0
            ? "It lists no version of the agent."
            : $"The nearest is {id}@{numbers.OrderBy(other => Math.Abs((long)other - version)).First()}.";
        return Missing($"no version {version} of the agent '{id}'. {nearest} "
            + $"Get-UponAiAgent {id} -AllVersions shows the versions.");
    }

    private string Suggest(string id)
    {
        var nearest = suggestions++ < MaxSuggestedAgents
            ? Spelling.Nearest(id, listed.Select(versions => (versions.Key, versions.First().Name)))
            : [];
        return nearest switch
        {
            [] => "Get-UponAiAgent shows the agents of the workspace.",
            [var only] => $"Did you mean '{DisplayText.Sanitize(only)}'?",
            _ => $"The nearest ids are {string.Join(", ", nearest.Select(near => $"'{DisplayText.Sanitize(near)}'"))}.",
        };
    }

    private UponAiException Missing(string what) =>
        new(UponAiError.UnknownAgent, $"Workspace {workspace} lists {what}");
}
