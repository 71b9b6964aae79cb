using System.Globalization;
using System.Text.Json;

namespace UponAi.Sandbox.Requests;

/// <summary>Reads an array of agents and checks the rules for weights.</summary>
internal static class AgentListReader
{
    private const decimal Tolerance = 0.000001m;

    internal static AgentBinding[] Read(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Array) throw JsonValues.WrongType(value, name, "an array");

        var agents = new AgentBinding[value.GetArrayLength()];
        for (var i = 0; i < agents.Length; i++)
            agents[i] = ReadOne(value[i], $"{name}[{i}]", isAlone: agents.Length == 1);

        CheckDuplicates(agents, name);
        var total = agents.Sum(agent => agent.Weight);
        if (agents.Length > 0 && Math.Abs(total - 1m) > Tolerance)
        {
            throw Refusal.BadRequest(string.Create(
                CultureInfo.InvariantCulture, $"The weights of '{name}' total {total}; they must total 1."));
        }

        return agents;
    }

    private static AgentBinding ReadOne(JsonElement value, string name, bool isAlone)
    {
        if (value.ValueKind != JsonValueKind.Object) throw JsonValues.WrongType(value, name, "an object");

        string? agentId = null;
        int? version = null;
        decimal? weight = null;
        foreach (var member in value.EnumerateObject())
        {
            var memberName = $"{name}.{member.Name}";
            switch (member.Name)
            {
                case "agent_id": agentId = JsonValues.Text(member.Value, memberName); break;
                case "agent_version": version = JsonValues.Integer(member.Value, memberName); break;
                case "weight": weight = Weight(member.Value, memberName); break;
                default: throw Refusal.BadRequest($"Unknown member '{memberName}'.");
            }
        }

        if (agentId is null) throw Refusal.BadRequest($"'{name}.agent_id' is missing.");
        if (weight is null && !isAlone)
            throw Refusal.BadRequest($"'{name}.weight' is missing; of several agents each needs one.");
        return new(agentId, version, weight ?? 1m);
    }

    private static decimal Weight(JsonElement value, string name)
    {
        var weight = JsonValues.Number(value, name);
        if (weight is > 0m and <= 1m) return weight;
        throw Refusal.BadRequest($"'{name}' is {value.GetRawText()}; a weight is above 0 and at most 1.");
    }

    private static void CheckDuplicates(AgentBinding[] agents, string name)
    {
        for (var i = 1; i < agents.Length; i++)
        {
            var (id, version) = (agents[i].AgentId, agents[i].AgentVersion);
            var earlier = Array.FindIndex(agents, agent => agent.AgentId == id && agent.AgentVersion == version);
            if (earlier == i) continue;
            throw Refusal.BadRequest($"'{name}[{i}]' repeats '{name}[{earlier}]': agent '{id}' in the same version.");
        }
    }
}
