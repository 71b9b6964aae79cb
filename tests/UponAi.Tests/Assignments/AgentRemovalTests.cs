namespace UponAi.Tests;

public class AgentRemovalTests
{
    private static readonly NumberId Number = NumberId.Parse("101");

    private static PhoneNumber Current => new()
    {
        ReturnedProperties = PhoneNumberProperties.InboundAgents | PhoneNumberProperties.OutboundAgents,
        InboundAgents = AgentRefCollection.Parse("a@1=0.5;a@2=0.25;b=0.25"),
        OutboundAgents = AgentRefCollection.Parse("a@2=1"),
    };

    [Theory]
    [InlineData("a", true, true, "b=1", "Clear")]
    [InlineData("a", true, false, "b=1", "Unchanged")]
    [InlineData("a", false, true, "Unchanged", "Clear")]
    [InlineData("a@1", true, true, "a@2=0.5;b=0.5", "Unchanged")]
    [InlineData("a@2=10%", true, true, "a@1=0.666666;b=0.333334", "Clear")]
    [InlineData("a;b", true, true, "Clear", "Clear")]
    [InlineData("c", true, true, "Unchanged", "Unchanged")]
    public void The_others_remain_in_their_proportions(
        string leaving, bool inbound, bool outbound, string remainingInbound, string remainingOutbound)
    {
        var assignment = AgentRemoval.Create(
            Number, Current, AgentRefCollection.Parse(leaving), inbound, outbound).Assignment;

        Assert.Equal(Number, assignment.Number);
        Assert.Equal((remainingInbound, remainingOutbound), ($"{assignment.Inbound}", $"{assignment.Outbound}"));
    }

    [Theory]
    [InlineData("a;b", true, true, "")]
    [InlineData("a;a@1", true, true, "")]
    [InlineData("b", false, true, "b")]
    [InlineData("a@1", false, true, "a@1")]
    [InlineData("c;a@3;b", true, true, "c,a@3")]
    public void Those_that_are_not_bound_are_known(string leaving, bool inbound, bool outbound, string notBound) =>
        Assert.Equal(notBound, string.Join(
            ",", AgentRemoval.Create(Number, Current, AgentRefCollection.Parse(leaving), inbound, outbound).NotBound));

    [Theory]
    [InlineData(true, false, "inbound")]
    [InlineData(false, true, "outbound")]
    public void Nothing_is_removed_from_what_the_platform_does_not_say(bool inbound, bool outbound, string direction)
    {
        var refusal = Assert.Throws<UponAiException>(
            () => AgentRemoval.Create(Number, new PhoneNumber(), [new AgentRef("a")], inbound, outbound));

        Assert.Equal("UponAi.InvalidResponse", refusal.ErrorId);
        Assert.Equal(
            $"The platform's list does not show the {direction} agents of 101, so no agent can be removed. "
            + "Assign the remaining agents instead.", refusal.Message);
    }

    [Fact]
    public void Those_that_remain_have_a_part_in_the_calls()
    {
        var current = new PhoneNumber
        {
            ReturnedProperties = PhoneNumberProperties.InboundAgents,
            InboundAgents = new AgentRefCollection(
                [AgentRef.FromPlatform("a", null, 1m), AgentRef.FromPlatform("b", null, 0m)]),
        };

        var refusal = Assert.Throws<UponAiException>(
            () => AgentRemoval.Create(Number, current, [new AgentRef("a")], inbound: true, outbound: false));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.StartsWith("Agent 'b' has weight 0.", refusal.Message, StringComparison.Ordinal);
    }
}
