using System.Globalization;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Requests;

public sealed class AgentsTests
{
    [Theory]
    [InlineData("agent_a", """[{"agent_id":"agent_a","weight":1}]""")]
    [InlineData("agent_a@0", """[{"agent_id":"agent_a","agent_version":0,"weight":1}]""")]
    [InlineData("agent_a@2147483647", """[{"agent_id":"agent_a","agent_version":2147483647,"weight":1}]""")]
    [InlineData(
        "agent_a@3=90%;agent_b=10%",
        """[{"agent_id":"agent_a","agent_version":3,"weight":0.9},{"agent_id":"agent_b","weight":0.1}]""")]
    [InlineData("agent_b;agent_a", """[{"agent_id":"agent_b","weight":0.5},{"agent_id":"agent_a","weight":0.5}]""")]
    [InlineData(
        "a@0;b@1;c",
        """[{"agent_id":"a","agent_version":0,"weight":0.333333},{"agent_id":"b","agent_version":1"""
        + ""","weight":0.333333},{"agent_id":"c","weight":0.333334}]""")]
    [InlineData(
        "a=0.50;b=0.250;c",
        """[{"agent_id":"a","weight":0.5},{"agent_id":"b","weight":0.25},{"agent_id":"c","weight":0.25}]""")]
    [InlineData("a=0.000001;b=0.999999", """[{"agent_id":"a","weight":0.000001},{"agent_id":"b","weight":0.999999}]""")]
    [InlineData(
        "a@1;a@2",
        """[{"agent_id":"a","agent_version":1,"weight":0.5},{"agent_id":"a","agent_version":2,"weight":0.5}]""")]
    public async Task Inbound_agents_are_an_array_in_the_order_given(string agents, string array)
    {
        var request = await Platform.CaptureAsync(TestAssignments.Inbound(agents));

        Assert.Equal($$"""{"accountSid":"AC1","workspaceId":7,"inboundAgents":{{array}}}""", request.Body);
    }

    [Theory]
    [InlineData("agent_a", """
        "outboundAgentId":"agent_a"
        """)]
    [InlineData("agent_a@0", """
        "outboundAgentId":"agent_a","outboundAgentVersion":0
        """)]
    [InlineData("agent_a@12=100%", """
        "outboundAgentId":"agent_a","outboundAgentVersion":12
        """)]
    [InlineData("agent_a@3=90%;agent_b=10%", """
        "outboundAgents":[{"agent_id":"agent_a","agent_version":3,"weight":0.9},{"agent_id":"agent_b","weight":0.1}]
        """)]
    [InlineData(
        "a;b@0;c",
        "\"outboundAgents\":[{\"agent_id\":\"a\",\"weight\":0.333333},"
        + "{\"agent_id\":\"b\",\"agent_version\":0,\"weight\":0.333333},{\"agent_id\":\"c\",\"weight\":0.333334}]")]
    public async Task One_outbound_agent_is_an_id_and_several_are_an_array(string agents, string members)
    {
        var request = await Platform.CaptureAsync(TestAssignments.Outbound(agents));

        Assert.Equal($$"""{"accountSid":"AC1","workspaceId":7,{{members}}}""", request.Body);
    }

    [Fact]
    public async Task Weights_have_a_decimal_point_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var request = await Platform.CaptureAsync(TestAssignments.Inbound("agent_a=0.25;agent_b=0.75"));

            Assert.EndsWith(
                """[{"agent_id":"agent_a","weight":0.25},{"agent_id":"agent_b","weight":0.75}]}""",
                request.Body,
                StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
