using static System.FormattableString;

namespace UponAi;

/// <summary>Checks the id, version and weight of one agent before it can be sent.</summary>
internal static class AgentRefRules
{
    internal static void Check(string agentId, int? agentVersion, decimal? weight)
    {
        CheckId(agentId);
        if (agentVersion < 0)
        {
            throw Invalid(Invariant($"Agent '{agentId}' has version {agentVersion}. A version is 0 or more. ")
                + "Leave out the version for the latest.");
        }

        if (weight is { } value) CheckWeight(agentId, value);
    }

    /// <summary>
    /// Throws if another program wrote the text for an empty value or for an object.
    /// </summary>
    internal static void CheckText(string text)
    {
        if (Placeholder.Explain(text) is not { } cause) return;
        throw Invalid(
            $"'{DisplayText.Sanitize(text)}' is not an agent: {cause}. Give an agent id, such as "
            + $"agent_d3c2df14e163c7ca8ac5b1bf38. '{ClearKeyword.Text}' removes the agents of a direction.");
    }

    private static void CheckWeight(string agentId, decimal weight)
    {
        if (weight is > 0m and <= 1m) return;
        var hint = weight is > 0m and <= 100m
            ? $" Did you mean {AgentRefText.Exact(weight)}%, which is {AgentRefText.Exact(weight / 100m)}?"
            : " To send an agent no calls, leave it out.";
        throw new UponAiException(
            UponAiError.InvalidAgentSplit,
            $"Agent '{agentId}' has weight {AgentRefText.Exact(weight)}. A weight is a fraction above 0 and at most 1, "
            + $"such as 0.5, or a percentage, such as 50%.{hint}");
    }

    private static void CheckId(string agentId)
    {
        if (string.IsNullOrEmpty(agentId))
            throw Invalid("The agent id is empty. Give an agent id, such as agent_d3c2df14e163c7ca8ac5b1bf38.");

        // A plan file would turn this id into the word that removes the agents.
        if (ClearKeyword.Is(agentId))
        {
            throw Invalid(
                $"'{agentId}' is not an agent id. The word removes the agents of a direction, and stands alone.");
        }

        CheckText(agentId);
        foreach (var c in agentId)
        {
            if (IsAllowed(c)) continue;
            throw Invalid(
                $"Agent id '{DisplayText.Sanitize(agentId)}' contains {DisplayText.Name(c)}. An agent id has letters, "
                + "digits, '_', '-', '.' and ':'."
                + (AgentRefText.JoinHint(agentId) is { Length: > 0 } hint
                    ? hint
                    : AgentRefText.SeparatorExample));
        }
    }

    private static bool IsAllowed(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '-' or '.' or ':';

    private static UponAiException Invalid(string message) => new(UponAiError.InvalidAgentRef, message);
}
