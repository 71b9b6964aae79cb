using System.Text.Json;
using CsCheck;
using UponAi.Client.Json;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Requests;

/// <summary>Tests that every combination of unchanged, clear and set is in the request.</summary>
public sealed class RequestPropertyTests
{
    private static readonly Gen<AgentSplit> Split = Gen.Select(Gen.Int[1, 5], Gen.Nullable(Gen.Int[0, 99]))
        .Select(
            (count, version) =>
                AgentSplit.Create(Enumerable.Range(0, count).Select(i => new AgentRef($"agent_{i}", version))));

    private static readonly Gen<NumberAssignment> Assignment = Gen.Select(
        Of(Split), Of(Split), Of(
            Gen.Int[1, 999].Select(n => Webhook.Parse($"https://example.com/{n}"))), Gen.Nullable(Gen.Bool),
        (inbound, outbound, webhook, routing) =>
            TestAssignments.For() with
            {
                Inbound = inbound, Outbound = outbound, InboundWebhook = webhook, TimeRouting = routing
            });

    [Fact]
    public void A_request_says_what_is_set_and_what_is_cleared_and_nothing_of_the_rest() =>
        Assignment.Sample(assignment =>
    {
        using var json = JsonDocument.Parse(UpdateRequestWriter.Write(assignment, TestAssignments.Scope));
        var root = json.RootElement;

        AssertState(
            assignment.InboundWebhook, root, "inboundWebhookUrl", cleared => cleared.ValueKind == JsonValueKind.Null);
        AssertState(assignment.Inbound, root, "inboundAgents", cleared => cleared.GetArrayLength() == 0);
        AssertState(
            assignment.Outbound, root,
            assignment.Outbound is { Kind: ChangeKind.Set, Value.Agents.Count: > 1 }
                ? "outboundAgents"
                : "outboundAgentId",
            cleared => cleared.ValueKind == JsonValueKind.Null);
        Assert.Equal(assignment.TimeRouting is not null, root.TryGetProperty("isTimeRoutingEnabled", out _));
        if (assignment.Inbound.Kind == ChangeKind.Set)
            Assert.Equal(
                1m,
                root.GetProperty("inboundAgents").EnumerateArray().Sum(
                    agent => agent.GetProperty("weight").GetDecimal()));
    });

    private static Gen<Change<T>> Of<T>(Gen<T> value) where T : notnull =>
        Gen.Select(
            Gen.Int[0, 2],
            value,
            (kind, set) => kind switch { 0 => Change.Unchanged<T>(), 1 => Change.Clear<T>(), _ => Change.Set(set) });

    private static void AssertState<T>(
        Change<T> change, JsonElement root, string name, Func<JsonElement, bool> isCleared) where T : notnull
    {
        var isThere = root.TryGetProperty(name, out var value);
        Assert.Equal(change.Kind != ChangeKind.Unchanged, isThere);
        if (isThere) Assert.Equal(change.Kind == ChangeKind.Clear, isCleared(value));
    }
}
