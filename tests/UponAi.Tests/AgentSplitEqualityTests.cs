namespace UponAi.Tests;

public class AgentSplitEqualityTests
{
    [Theory]
    [InlineData("agent_a=0.9;agent_b=0.1", "agent_b=0.1;agent_a=0.9")]
    [InlineData("agent_a@1;agent_a@2;agent_b", "agent_b;agent_a@2;agent_a@1")]
    [InlineData("agent_a;agent_b", "agent_b=50%;agent_a=50%")]
    [InlineData("agent_a", "agent_a=1")]
    [InlineData("agent_a=0.5;agent_b=0.5", "agent_a=0.500001;agent_b=0.499999")]
    public void Splits_are_equal_in_any_order_and_within_a_millionth(string left, string right)
    {
        Assert.True(Split(left).Equals((object)Split(right)));
        Assert.True(Split(right).Equals(Split(left)));
        Assert.Equal(Split(left).GetHashCode(), Split(right).GetHashCode());
    }

    [Theory]
    [InlineData("agent_a", "agent_b")]
    [InlineData("agent_a", "agent_a@0")]
    [InlineData("agent_a", "agent_a;agent_b")]
    [InlineData("agent_a=0.9;agent_b=0.1", "agent_a=0.1;agent_b=0.9")]
    [InlineData("agent_a@1;agent_b", "agent_a@2;agent_b")]
    [InlineData("agent_a=0.5;agent_b=0.5", "agent_a=0.5000011;agent_b=0.4999989")]
    public void Splits_differ_by_agents_versions_and_weights(string left, string right)
    {
        Assert.NotEqual(Split(left), Split(right));
        Assert.NotEqual(Split(right), Split(left));
    }

    [Fact]
    public void A_split_equals_nothing_but_a_split()
    {
        Assert.False(Split("agent_a").Equals(null));
        Assert.False(Split("agent_a").Equals((object)"agent_a=1"));
    }

    private static AgentSplit Split(string agents) => AgentSplit.Create(AgentRefCollection.Parse(agents));
}
