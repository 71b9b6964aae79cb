using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Polly;
using Polly.Retry;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Loading;

/// <summary>
/// Tests the module beside another module that has loaded another version of Polly. Both use their own version.
/// </summary>
public sealed class OtherPollyTests
{
    [Fact]
    public async Task Another_version_of_polly_and_ours_work_side_by_side()
    {
        var other = typeof(ResiliencePipeline).Assembly;
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(other));

        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(
                Reply.Json("{}", 503, ("retry-after-ms", "1")),
                Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("101")))),
            "-MaximumRetryCount 1");
        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a -Verbose");

        outcome.Single();
        Assert.Contains(outcome.Verbose, line => line.Contains("200, 2 attempts", StringComparison.Ordinal));
        var ours = AssemblyLoadContext.All.Single(context => context.Name == "UponAi.Client").Assemblies.Single(
            assembly => assembly.GetName().Name == "Polly.Core");
        Assert.NotEqual(FileVersion(other), FileVersion(ours));
        Assert.Equal(2, await RetriedOnceAsync());
    }

    // The releases of Polly share one assembly version.
    private static string? FileVersion(Assembly assembly) =>
        FileVersionInfo.GetVersionInfo(assembly.Location).FileVersion;

    /// <summary>Uses the other version by running one of its strategies.</summary>
    private static async Task<int> RetriedOnceAsync()
    {
        var attempts = 0;
        var pipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 1, Delay = TimeSpan.Zero })
            .Build();
        await pipeline.ExecuteAsync(
            _ => ++attempts == 1 ? throw new IOException() : ValueTask.CompletedTask,
            TestTimeout.Token);
        return attempts;
    }
}
