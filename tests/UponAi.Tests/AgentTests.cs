namespace UponAi.Tests;

public class AgentTests
{
    [Theory]
    [InlineData(null, "agent_a")]
    [InlineData(0, "agent_a@0")]
    [InlineData(3, "agent_a@3")]
    public void A_listed_agent_is_shown_as_an_AgentRef_is_written(int? version, string text)
    {
        var agent = new Agent("agent_a", version, "Reception", DateTimeOffset.UnixEpoch);

        Assert.Equal(text, agent.ToString());
        Assert.Equal(("agent_a", version, "Reception", DateTimeOffset.UnixEpoch), (agent.AgentId, agent.AgentVersion, agent.Name, agent.UpdatedAt));
    }
}
