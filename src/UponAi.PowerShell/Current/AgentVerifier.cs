using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Current;

/// <summary>
/// Checks that the workspaces list the agents of the rows, for Set, Import and Compare. Each list is fetched at its
/// first use, and kept while the command runs.
/// </summary>
internal sealed class AgentVerifier(FetchList<Agent> fetch, Action<string> warn)
{
    private readonly Dictionary<int, WorkspaceAgents> byWorkspace = [];
    private readonly HashSet<(int Workspace, string? Id, int? Version)> warned = [];

    /// <summary>Throws if an agent has no version.</summary>
    internal static void CheckVersions(NumberAssignment assignment)
    {
        if (assignment.NamedAgents.FirstOrDefault(agent => agent.AgentVersion is null) is not { AgentId: var id })
            return;
        throw new UponAiException(
            UponAiError.VersionRequired,
            $"{assignment.Number}: the agent '{id}' has no version, and -RequireVersion was given. Without a version, "
            + "calls use the latest one, which may be a draft that somebody is editing. Write "
            + $"{id}@ and the number of a version. Get-UponAiAgent {id} -AllVersions lists the versions.");
    }

    /// <summary>Throws if the workspace does not list an agent.</summary>
    /// <param name="workspaceId">The workspace, or null for the workspace of the connection.</param>
    internal void Check(NumberAssignment assignment, int? workspaceId, UponAiConnection connection)
    {
        foreach (var agent in assignment.NamedAgents)
        {
            var workspace = RequestedLocation.ResolveWorkspace(workspaceId, connection);
            if (FindProblem(agent, workspace) is not { } problem) continue;
            var reason = problem.Error == UponAiError.UnknownAgent
                ? problem.Message
                : $"-VerifyAgents was given, and the agents cannot be checked: {problem.Message}";
            throw new UponAiException(problem.Error, $"{assignment.Number}: {reason}", problem)
            {
                Request = problem.Request,
            };
        }
    }

    /// <summary>
    /// Warns about unlisted agents. Warns once about each agent, and once about the lists of a workspace if they cannot
    /// be fetched.
    /// </summary>
    internal void Warn(NumberAssignment assignment, int workspace)
    {
        foreach (var agent in assignment.NamedAgents)
        {
            if (FindProblem(agent, workspace) is not { } problem) continue;
            if (problem.Error != UponAiError.UnknownAgent)
            {
                if (warned.Add((workspace, null, null)))
                    warn($"Agents were not checked: {problem.Message}");
            }
            else if (warned.Add((workspace, agent.AgentId, agent.AgentVersion)))
            {
                warn($"{problem.Message} The first row with it is for {assignment.Number}.");
            }
        }
    }

    private UponAiException? FindProblem(AgentRef agent, int workspace)
    {
        if (!byWorkspace.TryGetValue(workspace, out var agents))
            byWorkspace[workspace] = agents = new WorkspaceAgents(workspace, fetch);

        return agents.Check(agent);
    }
}
