using System.Net;
using UponAi.Sandbox;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class SeedTests
{
    [Fact]
    public async Task The_default_account_has_bound_and_free_numbers_over_two_workspaces()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.GetAsync($"api/numbers/{SandboxIds.AccountSid}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.True(reply.Json.GetProperty("success").GetBoolean());
        var numbers = reply.Json.GetProperty("numbers").EnumerateArray().ToArray();
        Assert.Equal(19, numbers.Length);
        Assert.All(numbers, number => Assert.Equal(18, number.EnumerateObject().Count()));
        Assert.All(
            numbers, number => Assert.Equal(SandboxIds.AccountSid, number.GetProperty("account_sid").GetString()));
        Assert.Equal([1, 2], numbers.Select(number => number.GetProperty("workspace_id").GetInt32()).Distinct());
        Assert.Equal(numbers.Length, numbers.Select(number => number.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.All(["101", "0102", "+14155550100;ext=7"], extension =>
            Assert.Contains(numbers, number => number.GetProperty("number").GetString() == extension));
        Assert.Contains(numbers, number => number.GetProperty("inbound_agents").GetArrayLength() == 2);
        Assert.Contains(numbers, number => number.GetProperty("outbound_agents").GetArrayLength() == 2);
        Assert.Contains(numbers, number => number.GetProperty("inbound_webhook_url").GetString() is not null
            && number.GetProperty("is_time_routing_enabled").GetBoolean());
    }

    [Theory]
    [InlineData(SandboxIds.OtherAccountSid)]
    [InlineData("somebody")]
    public async Task The_numbers_of_another_account_are_403(string accountSid)
    {
        await using var caller = await Caller.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await caller.GetAsync($"api/numbers/{accountSid}")).Status);
    }

    [Fact]
    public async Task Added_agents_can_be_assigned_to_added_numbers()
    {
        const string agent = "agent_d3c2df14e163c7ca8ac5b1bf38";
        await using var caller = await Caller.StartAsync(
            new()
            {
                AddedAgents = [new(agent), new(agent, 3), new("agent_sales", 1)],
                AddedNumbers = ["+442079460123", "301"],
            });

        foreach (var number in (string[])["+442079460123", "301"])
        {
            var reply = await caller.AssignAsync(
                number, $"\"outboundAgentId\": \"{agent}\", \"outboundAgentVersion\": 3");
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            Assert.Equal(agent, caller.Now(number).Bindings.Outbound.Single().AgentId);
        }

        var unknown = await caller.AssignAsync(
            "301", $"\"outboundAgentId\": \"{agent}\", \"outboundAgentVersion\": 4");
        var sales = await caller.AssignAsync(
            "301", "\"outboundAgentId\": \"agent_sales\", \"outboundAgentVersion\": 2");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(HttpStatusCode.OK, sales.Status);
    }

    [Fact]
    public async Task An_added_number_that_exists_stays_as_it_is()
    {
        await using var caller = await Caller.StartAsync(
            new()
            {
                Numbers = 1,
                AddedNumbers =
                [
                    "+14155550101", "+14155550110", "+14155550190", "+19990000000", "+442079460123", "+442079460123",
                ],
            });

        var numbers = (await caller.GetAsync($"api/numbers/{SandboxIds.AccountSid}")).Json.GetProperty("numbers")
            .EnumerateArray().Select(number => number.GetProperty("number").GetString()).ToArray();

        Assert.Equal(numbers.Distinct(), numbers);
        Assert.Equal(19 + 2, numbers.Length);
        Assert.True(caller.Now("+14155550101").Bindings.IsTimeRoutingEnabled);
        Assert.Equal(SandboxIds.SecondWorkspaceId, caller.Now("+14155550110").WorkspaceId);
        Assert.Equal(SandboxIds.OtherWorkspaceId, caller.Now("+14155550190").WorkspaceId);
    }

    [Theory]
    [InlineData("", 0, "301", "'' is not an agent. Give an id, or an id with its latest version, such as agent_a@3.")]
    [InlineData("agent_a@x", 0, "301", "'agent_a@x' is not an agent")]
    [InlineData("agent_a;agent_b", 0, "301", "'agent_a;agent_b' is not an agent")]
    [InlineData("agent_a=90%", 0, "301", "'agent_a=90%' is not an agent")]
    [InlineData("agent_a", 1001, "301", "The version 1001 of agent_a is not from 0 to 1000.")]
    [InlineData("agent_a", -1, "301", "The version -1 of agent_a is not from 0 to 1000.")]
    [InlineData("agent_a", 0, "3 1", "'3 1' is not a number. Give +14155550123 without separators, or an extension")]
    [InlineData("agent_a", 0, "", "'' is not a number")]
    [InlineData("agent_a", 0, "301,302", "'301,302' is not a number")]
    [InlineData("agent_a", 0, "+1-415-555-0123", "'+1-415-555-0123' is not a number")]
    public async Task An_agent_or_a_number_that_cannot_be_added_is_named(
        string agent, int version, string number, string problem)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => Caller.StartAsync(new() { AddedAgents = [new(agent, version)], AddedNumbers = [number] }));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+442079460123")]
    [InlineData("+14155550100;ext=9")]
    [InlineData("front.desk")]
    public async Task Every_form_of_a_number_can_be_added(string number)
    {
        await using var caller = await Caller.StartAsync(new() { AddedNumbers = [number] });

        Assert.Equal(HttpStatusCode.OK, (await caller.AssignAsync(number, "")).Status);
    }

    [Fact]
    public async Task Generated_numbers_are_listed_and_take_assignments()
    {
        await using var caller = await Caller.StartAsync(new() { Numbers = 500 });

        var last = await caller.AssignAsync("+19990000499", "\"outboundAgentId\": \"agent_sales\"");
        var beyond = await caller.AssignAsync("+19990000500", "");
        var listed = (await caller.GetAsync($"api/numbers/{SandboxIds.AccountSid}")).Json.GetProperty("numbers")
            .EnumerateArray().ToArray();

        Assert.Equal(HttpStatusCode.OK, last.Status);
        Assert.Equal(HttpStatusCode.NotFound, beyond.Status);
        Assert.Equal(519, listed.Length);
        Assert.Equal("+19990000499", listed[^1].GetProperty("number").GetString());
        Assert.Equal("agent_sales", listed[^1].GetProperty("agent_id").GetString());
        Assert.Equal(1, caller.Now("+19990000499").AppliedPuts);
        Assert.Null(caller.Server.Snapshot("+19990000500"));
    }

    [Fact]
    public async Task A_number_is_changed_by_many_at_once_and_loses_nothing()
    {
        await using var caller = await Caller.StartAsync(new() { Numbers = 1 });

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => caller.AssignAsync(
            "+19990000000", i % 2 == 0
                ? "\"outboundAgentId\": \"agent_sales\"" : "\"inboundAgents\": [{\"agent_id\": \"agent_night\"}]")));

        var now = caller.Now("+19990000000");
        Assert.Equal((100, 100), (now.AppliedPuts, now.AnsweredPuts));
        Assert.Equal("agent_sales", Assert.Single(now.Bindings.Outbound).AgentId);
        Assert.Equal("agent_night", Assert.Single(now.Bindings.Inbound).AgentId);
    }
}
