using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.SetAssignment;

/// <summary>
/// Tests responses that differ from the request: the command still returns the phone number, and a warning names the
/// difference.
/// </summary>
public sealed class WarningsTests
{
    [Theory]
    [InlineData(
        "-InboundAgent agent_a@3",
        "\"inbound_agents\":[{\"agent_id\":\"agent_a\",\"agent_version\":2,\"weight\":1}]",
        "101: inbound was requested as agent_a@3, but the platform reports agent_a@2.")]
    [InlineData(
        "-InboundAgent agent_a=90%, agent_b",
        "\"inbound_agents\":[{\"agent_id\":\"agent_a\",\"weight\":0.5},{\"agent_id\":\"agent_b\",\"weight\":0.5}]",
        "101: inbound was requested as agent_a 90%, agent_b 10%, but the platform reports agent_a 50%, agent_b 50%.")]
    [InlineData(
        "-OutboundAgent none",
        "\"agent_id\":\"agent_b\"",
        "101: outbound was requested as none, but the platform reports agent_b.")]
    [InlineData(
        "-InboundWebhookUrl none",
        "\"inbound_webhook_url\":\"https://example.com/h\"",
        "101: webhook was requested as none, but the platform reports https://example.com/h.")]
    [InlineData(
        "-TimeRouting $true",
        "\"is_time_routing_enabled\":false",
        "101: time routing was requested as on, but the platform reports off.")]
    public async Task A_difference_is_a_warning(string parameters, string member, string warning)
    {
        await using var platform =
            await ConnectedPlatform.AnsweringAsync(Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("101", member))));

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 " + parameters);

        Assert.Equal("101", outcome.Single().ToString());
        Assert.Equal(warning, Assert.Single(outcome.Warnings));
    }

    [Fact]
    public async Task A_number_that_the_answer_does_not_list_is_shown_as_asked_with_a_warning()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(Reply.Json(UpdateAnswers.Of()));

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a");

        Assert.Equal("agent_a=1", outcome.Single().Properties["InboundAgents"].Value.ToString());
        Assert.Contains("lists the number", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_agrees_gives_no_warning()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "Set-UponAiNumberAssignment 101 agent_a, agent_b -OutboundAgent agent_c@0 -InboundWebhookUrl "
            + "https://example.com -TimeRouting $true");

        Assert.Empty(outcome.Warnings);
        Assert.Equal("agent_a=0.5;agent_b=0.5", outcome.Single().Properties["InboundAgents"].Value.ToString());
    }
}
