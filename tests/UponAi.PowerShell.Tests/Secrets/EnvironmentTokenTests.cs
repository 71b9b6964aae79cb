using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Secrets;

/// <summary>Tests that a token from the environment appears nowhere.</summary>
[Collection(ProcessSettings.Name)]
public sealed class EnvironmentTokenTests
{
    [Fact]
    public async Task No_stream_and_no_object_shows_the_token()
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            Reply.Json(UpdateAnswers.Error("Bad header: " + request.Header("Authorization")), 400)));
        using var variables = new UponAiVariables(
            ("UPONAI_TOKEN", ConnectedPlatform.Token), ("UPONAI_ACCOUNT_SID", "AC1"),
            ("UPONAI_WORKSPACE_ID", "7"), ("UPONAI_BASE_URI", platform.Server.BaseUri.ToString()));

        var outcome = await platform.RunAsync(
            EveryCommandTests.StreamsOn
            + "Disconnect-UponAi; $shown = 101 | Set-UponAiNumberAssignment -InboundAgent agent_a"
            + EveryCommandTests.DumpAll);

        Assert.Equal(
            "Bearer " + ConnectedPlatform.Token,
            Assert.Single(platform.Server.Requests).Header("Authorization"));
        EveryCommandTests.AssertNoToken([.. outcome.AllText(), platform.Engine.Screen.Written]);
    }
}
