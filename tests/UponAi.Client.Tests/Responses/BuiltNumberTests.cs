using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

/// <summary>
/// Tests responses that do not list the number: the client builds the phone number from the response's assignment and
/// the request, and a warning says so.
/// </summary>
public sealed class BuiltNumberTests
{
    private const string SaysSomething =
        "+14155550100: the platform's response does not list the number. "
        + "The output shows the assignment of the response, completed from the request.";
    private const string SaysNothing =
        "+14155550100: the platform's response neither lists the number nor has an assignment. "
        + "The output shows the requested values.";

    private const PhoneNumberProperties Asked =
        PhoneNumberProperties.Number | PhoneNumberProperties.AccountSid | PhoneNumberProperties.WorkspaceId
        | PhoneNumberProperties.InboundAgents | PhoneNumberProperties.OutboundAgents
        | PhoneNumberProperties.InboundWebhookUrl | PhoneNumberProperties.IsTimeRoutingEnabled;

    private static readonly NumberAssignment Everything = TestAssignments.For() with
    {
        Inbound = TestAssignments.Agents("agent_a@1=0.5;agent_b=0.5"),
        Outbound = TestAssignments.Agents("agent_c"),
        InboundWebhook = TestAssignments.Webhook("https://example.com/hook"),
        TimeRouting = true,
    };

    [Theory]
    [InlineData("""{"success":true}""", SaysNothing)]
    [InlineData("""{"success":true,"numbers":null,"assignment":null}""", SaysNothing)]
    [InlineData("""{"numbers":[],"message":"Updated."}""", SaysNothing)]
    [InlineData("""{"assignment":{}}""", SaysSomething)]
    [InlineData("""{"assignment":{"inbound_agent_id":null,"agent_id":""}}""", SaysSomething)]
    public async Task What_the_answer_leaves_out_is_taken_from_the_request(string answer, string warning)
    {
        await using var platform = Platform.Answering(Reply.Json(answer));

        var outcome = await platform.UpdateAsync(Everything);

        var phone = outcome.PhoneNumber;
        Assert.Equal((TestAssignments.Number, "AC1", 7), (phone.Number, phone.AccountSid, phone.WorkspaceId));
        Assert.Equal("agent_a@1=0.5;agent_b=0.5", phone.GetInbound().ToString());
        Assert.Equal("agent_c=1", phone.GetOutbound().ToString());
        Assert.Equal("https://example.com/hook", phone.InboundWebhookUrl);
        Assert.True(phone.IsTimeRoutingEnabled);
        Assert.True(phone.Has(Asked));
        Assert.Equal([warning], outcome.Warnings);
    }

    [Theory]
    [InlineData(
        """[{"number":"+14155550199"},{"number":"+14155550100","workspace_id":7,"is_time_routing_enabled":true}]""",
        0)]
    [InlineData("""{"number":"+14155550100","workspace_id":7,"is_time_routing_enabled":true}""", 0)]
    [InlineData(
        """{"success":1,"numbers":[{"number":"+14155550100","workspace_id":7,"is_time_routing_enabled":true}]}""",
        1)]
    public async Task An_answer_in_another_form_that_has_the_number_is_no_failure(string answer, int warnings)
    {
        await using var platform = Platform.Answering(Reply.Json(answer));

        var outcome = await platform.UpdateAsync(TestAssignments.For() with { TimeRouting = true });

        Assert.Equal(warnings, outcome.Warnings.Count);
        Assert.Equal(
            (TestAssignments.Number, true),
            (outcome.PhoneNumber.Number, outcome.PhoneNumber.IsTimeRoutingEnabled));
        Assert.False(outcome.PhoneNumber.Has(PhoneNumberProperties.AccountSid));
    }

    [Fact]
    public async Task Nothing_is_carried_that_was_neither_answered_nor_asked()
    {
        await using var platform = Platform.Answering(Reply.Json("""{"success":true}"""));

        var cleared = TestAssignments.For() with
        {
            Outbound = Change.Clear<AgentSplit>(),
            InboundWebhook = Change.Clear<Webhook>(),
        };
        var phone = (await platform.UpdateAsync(cleared)).PhoneNumber;

        Assert.Equal(
            PhoneNumberProperties.Number | PhoneNumberProperties.AccountSid | PhoneNumberProperties.WorkspaceId
                | PhoneNumberProperties.OutboundAgents | PhoneNumberProperties.InboundWebhookUrl,
            phone.ReturnedProperties);
        Assert.Null(phone.InboundAgents);
        Assert.Empty(phone.OutboundAgents!);
        Assert.Null(phone.InboundWebhookUrl);
    }

    [Fact]
    public async Task The_answers_assignment_comes_before_the_request_and_is_compared_with_it()
    {
        await using var platform = Platform.Answering(Reply.Json("""
            {"success":true,"numbers":[{"number":"+14155550199"}],
             "assignment":{"account_sid":"AC2","workspace_id":8,"agent_id":null,"inbound_agent_id":"agent_a",
                           "inbound_agents":[{"agent_id":"agent_a","agent_version":1,"weight":1}],
                           "outbound_agents":[],"is_time_routing_enabled":false}}
            """));

        var outcome = await platform.UpdateAsync(Everything);

        var phone = outcome.PhoneNumber;
        Assert.Equal(("AC2", 8), (phone.AccountSid, phone.WorkspaceId));
        Assert.True(phone.Has(Asked));
        Assert.Equal("agent_a@1=1", phone.GetInbound().ToString());
        Assert.Empty(phone.GetOutbound());
        Assert.Equal("https://example.com/hook", phone.InboundWebhookUrl);
        Assert.Equal(
            [
                SaysSomething,
                "+14155550100: inbound was requested as agent_a@1 50%, agent_b 50%, "
                    + "but the platform reports agent_a@1.",
                "+14155550100: outbound was requested as agent_c, but the platform reports none.",
                "+14155550100: time routing was requested as on, but the platform reports off.",
            ],
            outcome.Warnings);
    }
}
