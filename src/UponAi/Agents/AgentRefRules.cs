using System.Globalization;

namespace UponAi;

/// <summary>What one agent must be before it may be sent.</summary>
internal static class AgentRefRules
{
    internal static void Check(string agentId, int? agentVersion, decimal? weight)
    {
        CheckId(agentId);
        if (agentVersion < 0)
        {
            throw new UponAiException(UponAiError.InvalidAgentRef, string.Format(
                CultureInfo.InvariantCulture, "Agent '{0}' has version {1}; a version is 0 or more. Leave it out for the latest.", agentId, agentVersion));
        }

        if (weight is { } w) CheckWeight(agentId, w);
    }

    internal static void CheckWeight(string agentId, decimal weight)
    {
        if (weight is > 0m and <= 1m) return;
        var hint = weight is > 1m and <= 100m
            ? $" Did you mean {AgentRefText.Exact(weight)}%, which is {AgentRefText.Exact(weight / 100m)}?"
            : " To send an agent no calls, leave it out.";
        throw new UponAiException(
            UponAiError.InvalidAgentSplit,
            $"Agent '{agentId}' has weight {AgentRefText.Exact(weight)}; a weight is a fraction above 0 and at most 1, such as 0.5, or a percentage, such as 50%.{hint}");
    }

    private static void CheckId(string agentId)
    {
        if (string.IsNullOrEmpty(agentId))
            throw new UponAiException(UponAiError.InvalidAgentRef, "An agent needs an id, such as agent_d3c2df14e163c7ca8ac5b1bf38; the one given is empty.");

        // Written to a plan and read back, it would remove what is bound.
        if (agentId.Equals("none", StringComparison.OrdinalIgnoreCase))
            throw new UponAiException(UponAiError.InvalidAgentRef, $"'{agentId}' stands alone to remove the agents of a direction; it is no agent's id.");

        foreach (var c in agentId)
        {
            if (!IsAllowed(c))
            {
                throw new UponAiException(UponAiError.InvalidAgentRef,
                    $"Agent id '{DisplayText.Sanitize(agentId)}' holds {DisplayText.Name(c)}; an agent id has letters, digits, '_', '-', '.' and ':'. Several agents are joined by ';', as in agent_a=90%;agent_b=10%.");
            }
        }
    }

    private static bool IsAllowed(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '-' or '.' or ':';
}
