using System.Collections;

namespace UponAi.PowerShell.Rows;

/// <summary>
/// Reads the agents of rows, parameters and stored objects: text, hashtables, custom objects, the platform's JSON, and
/// objects from jobs, sessions and files.
/// </summary>
internal static class AgentRefReader
{
    /// <summary>Reads exactly one agent.</summary>
    /// <exception cref="UponAiException">The value is not an agent, or several agents.</exception>
    internal static AgentRef ReadOne(object? value)
    {
        var source = PSObjectProperties.Unwrap(value);
        return source switch
        {
            AgentRef agent => agent,
            string text => AgentRef.Parse(text),
            null => throw new UponAiException(
                UponAiError.InvalidAgentRef,
                "An agent is $null. Give an agent id, such as agent_d3c2df14e163c7ca8ac5b1bf38."),
            _ => ReadProperties(PSObject.AsPSObject(value!), source),
        };
    }

    /// <summary>
    /// Reads any number of agents: one agent, a list, or text that separates agents by <c>;</c>. The word <c>none</c>
    /// gives <see cref="AgentRefCollection.None"/>, and an empty list gives <see cref="AgentRefCollection.Empty"/>.
    /// </summary>
    internal static AgentRefCollection ReadMany(object? value)
    {
        var source = PSObjectProperties.Unwrap(value);
        if (source is string text)
            return ScalarConverter.IsNone(text) ? AgentRefCollection.None : AgentRefCollection.Parse(text);
        if (PSObjectProperties.GetElements(source) is not { } list) return new AgentRefCollection([ReadOne(value)]);

        var items = list.Cast<object?>().Select(ReadMany).ToList();
        if (items.Count < 2) return items.Count == 0 ? AgentRefCollection.Empty : items[0];
        if (!items.Contains(AgentRefCollection.None)) return new([.. items.SelectMany(agents => agents)]);
        throw new UponAiException(
            UponAiError.InvalidAgentRef,
            "A list of agents contains 'none', which removes the agents of a direction and stands alone. Give agents, "
            + "or only none.");
    }

    private static AgentRef ReadProperties(PSObject source, object shown)
    {
        var cells = new RowCells(PSObjectProperties.Read(source), FindColumn);
        if (!cells.IsAgent) throw NoAgent(shown);
        if (cells.Error is { } error)
        {
            // Only the error of a failed getter has a cause. Contradicting cells are not an agent.
            throw error.InnerException is null
                ? new UponAiException(UponAiError.InvalidAgentRef, error.Message, error)
                : error;
        }

        // People type hashtables. A misspelt Weight must not become an equal share.
        if (source.BaseObject is IDictionary && cells.Unknown.Count > 0)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentRef,
                $"An agent has no '{DisplayText.Sanitize(cells.Unknown[0])}'. An agent has AgentId, AgentVersion and "
                + "Weight.");
        }

        var (version, weight) = (cells[RowColumn.AgentVersion], cells[RowColumn.Weight]);
        return new AgentRef(
            cells[RowColumn.AgentId].Value as string ?? throw NoAgent(shown),
            version.IsBlank ? null : ReadVersion(version.Value),
            weight.IsBlank ? null : ScalarConverter.ReadWeight(weight.Value!));
    }

    /// <summary>Reads a version that is not blank.</summary>
    internal static int ReadVersion(object? version) => ScalarConverter.ToInt(version) ?? throw new UponAiException(
        UponAiError.InvalidAgentRef,
        $"The agent version '{ScalarConverter.Show(version)}' is not a whole number from 0. Leave out the version for "
        + "the latest.");

    private static UponAiException NoAgent(object source) => new(
        UponAiError.InvalidAgentRef,
        $"'{ScalarConverter.Show(source)}' is not an agent. Give text such as agent_a@3=90%, or an object that has "
        + "only AgentId and, optionally, AgentVersion and Weight.");

    // An agent alone may have the short name Version, and nothing else. In a row, the name says nothing about an agent.
    private static RowColumn? FindColumn(string name)
    {
        if (name.Equals("Version", StringComparison.OrdinalIgnoreCase)) return RowColumn.AgentVersion;
        return RowColumns.Find(name) is { } column and not RowColumn.Ignored ? column : null;
    }
}
