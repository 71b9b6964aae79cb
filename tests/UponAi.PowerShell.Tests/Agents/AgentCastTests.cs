using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Agents;

/// <summary>Tests the casts to [UponAi.AgentRef].</summary>
public sealed class AgentCastTests
{
    [Theory]
    [InlineData("'agent_a'", "agent_a")]
    [InlineData("' agent_a @ 3 = 90% '", "agent_a@3=0.9")]
    [InlineData("'agent_a=0.5'", "agent_a=0.5")]
    [InlineData("@{ AgentId = 'agent_a'; AgentVersion = 0; Weight = '12.5%' }", "agent_a@0=0.125")]
    [InlineData("@{ agentid = 'agent_a'; version = '2'; weight = 1 }", "agent_a@2=1")]
    [InlineData("([ordered]@{ agent_id = 'agent_a'; agent_version = $null; weight = '' })", "agent_a")]
    [InlineData("([pscustomobject]@{ AgentId = 'agent_a'; AgentVersion = 3; Weight = 0.1 })", "agent_a@3=0.1")]
    [InlineData("([pscustomobject]@{ agent_id = 'agent_a'; agent_version = 3L; weight = 0.5d })", "agent_a@3=0.5")]
    [InlineData("([pscustomobject]@{ agent_id = 'agent_a'; version = 3L; agent_name = 'Reception' })", "agent_a@3")]
    [InlineData(
        "([Management.Automation.PSSerializer]::Deserialize("
            + "[Management.Automation.PSSerializer]::Serialize([UponAi.AgentRef]'agent_a@3=90%', 1)))",
        "agent_a@3=0.9")]
    [InlineData("([UponAi.AgentRef]'agent_a@3')", "agent_a@3")]
    public async Task A_cast_makes_an_agent(string value, string text)
    {
        var outcome = await RunAsync($"([UponAi.AgentRef]{value})");

        Assert.Equal(
            ("UponAi.AgentRef", text),
            (outcome.Single().BaseObject.GetType().FullName!, outcome.Single().ToString()));
    }

    [Theory]
    [InlineData("''", "The agent id is empty")]
    [InlineData("'agent_a;agent_b'", "Separate several agents by ';'")]
    [InlineData("'agent_a=50'", "Did you mean 50%")]
    [InlineData("'agent_a@x'", "the version 'x' is not a whole number from 0")]
    [InlineData("'none'", "The word removes the agents of a direction")]
    [InlineData("7", "is not an agent")]
    [InlineData("@{ Weight = 0.5 }", "is not an agent")]
    [InlineData(
        "@{ AgentId = 'agent_a'; Wieght = 0.5 }",
        "An agent has no 'Wieght'. An agent has AgentId, AgentVersion and Weight.")]
    [InlineData("@{ AgentId = 'agent_a'; Id = 1 }", "An agent has no 'Id'.")]
    [InlineData("@{ AgentId = 7 }", "is not an agent")]
    [InlineData("@{ AgentId = 'agent_a'; Weight = $true }", "A weight of type Boolean cannot be read")]
    [InlineData("@{ AgentId = 'agent_a'; Weight = [double]::NaN }", "A weight of type Double cannot be read")]
    [InlineData("@{ AgentId = 'agent_a'; Weight = 0 }", "A weight is a fraction above 0")]
    [InlineData("@{ AgentId = 'agent_a'; Version = 1.5 }", "The agent version '1.5' is not a whole number from 0")]
    [InlineData("([pscustomobject]@{ Number = '101'; AgentId = 'agent_a' })", "is not an agent")]
    public async Task A_cast_of_what_is_no_agent_fails_and_says_why(string value, string message)
    {
        var outcome = await RunAsync($"[UponAi.AgentRef]{value}");

        Assert.Contains(message, outcome.SingleError().Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_casts_to_an_array_and_one_bad_element_fails_all()
    {
        Assert.Equal(
            ["agent_a=0.9", "agent_b"],
            (await RunAsync("[UponAi.AgentRef[]]('agent_a=90%', @{ AgentId = 'agent_b' })")).Texts);
        Assert.Empty((await RunAsync("[UponAi.AgentRef[]]('agent_a', 'agent b')")).Output);
    }

    [Fact]
    public async Task Agents_are_equal_by_value() => Assert.Equal(
        ["True", "False"],
        (await RunAsync(
                "[UponAi.AgentRef]'agent_a=0.50' -eq [UponAi.AgentRef]'agent_a=50%'; "
                    + "[UponAi.AgentRef]'agent_a' -eq [UponAi.AgentRef]'agent_A'")).Texts);

    private static async Task<Outcome> RunAsync(string script)
    {
        using var engine = new Engine();
        return await engine.RunAsync(script);
    }
}
