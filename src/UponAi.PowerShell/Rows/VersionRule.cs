namespace UponAi.PowerShell.Rows;

/// <summary>The rule of -RequireVersion: each agent that a row names has a version.</summary>
internal static class VersionRule
{
    /// <summary>Returns the error of an assignment with an agent without a version, or null.</summary>
    internal static UponAiException? Check(NumberAssignment assignment) =>
        assignment.NamedAgents.FirstOrDefault(agent => agent.AgentVersion is null) is { AgentId: var id }
            ? new UponAiException(
                UponAiError.VersionRequired,
                $"{assignment.Number}: the agent '{id}' has no version, and -RequireVersion was given. Without a "
                + "version, calls use the latest one, which may be a draft that somebody is editing. Write a version, "
                + $"such as {id}@0. Get-UponAiAgent {id} -AllVersions lists the versions.")
            : null;
}
