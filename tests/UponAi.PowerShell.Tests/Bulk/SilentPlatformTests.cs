using System.Globalization;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests a platform that stops answering during a run. Each remaining row ends with an error.</summary>
public sealed class SilentPlatformTests
{
    [Theory]
    [InlineData("-AttemptTimeout 3 -TotalTimeout 60 -MaximumRetryCount 0")]
    [InlineData("-AttemptTimeout 30 -TotalTimeout 3")]
    [InlineData("-AttemptTimeout 1 -TotalTimeout 4 -MaximumRetryCount 10")]
    public async Task Each_row_without_a_response_is_an_error_by_the_attempt_or_the_total_timeout(string timeouts)
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(request => IsSilentFor(request) ? Reply.Silence() : ConnectedPlatform.Agree(request)),
            timeouts);

        var outcome =
            await platform.RunAsync("101..140 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 16");

        var failed = outcome.Errors.Select(error => $"{error.Target()}").ToArray();
        Assert.Equal(
            Enumerable.Range(101, 40).Select(i => $"{i}"),
            outcome.Texts.Concat(failed).Order(StringComparer.Ordinal));
        Assert.All(outcome.ErrorIds, id => Assert.Equal("UponAi.Timeout", id));
        // On a busy machine, rows with a response may time out too.
        Assert.Superset(Enumerable.Range(121, 20).Select(i => $"{i}").ToHashSet(), failed.ToHashSet());
    }

    [Fact]
    public async Task A_platform_that_is_gone_fails_the_rest_without_asking_each_time()
    {
        await using var port = new RefusingPort();
        using var engine = new Engine();
        await engine.RunAsync(
            "Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri -MaximumRetryCount 0",
            ("token", ConnectedPlatform.Secret),
            ("uri", port.BaseUri));

        var outcome = await engine.RunAsync("1..2000 | Set-UponAiNumberAssignment -InboundAgent agent_a");

        Assert.Empty(outcome.Output);
        Assert.Equal(2000, outcome.Errors.Count);
        Assert.All(outcome.ErrorIds, id => Assert.Equal("UponAi.ConnectionFailed", id));
        Assert.True(
            outcome.Errors.Count(error => error.Message().StartsWith("Not sent: ", StringComparison.Ordinal)) > 1900);
    }

    private static bool IsSilentFor(ReceivedRequest request) =>
        int.Parse(request.Target.Split('/')[^2], CultureInfo.InvariantCulture) > 120;
}
