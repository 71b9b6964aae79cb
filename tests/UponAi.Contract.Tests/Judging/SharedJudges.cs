using UponAi.Contract.Tests.Judging;
using UponAi.Sandbox;
using UponAi.Testing;

[assembly: AssemblyFixture(typeof(SharedJudges))]

namespace UponAi.Contract.Tests.Judging;

/// <summary>
/// Shares judges between the tests that send only valid requests, because a judge takes seconds to start. The first
/// test that needs a judge starts it. Without the program of the judge, these tests are skipped.
/// </summary>
public sealed class SharedJudges : IAsyncDisposable
{
    private readonly Lazy<Task<Judge>> alike = new(Judge.AnsweringAlikeAsync);
    private readonly Lazy<Task<Judge>> byChance = new(Judge.AnsweringByChanceAsync);
    private readonly Lazy<Task<Judge>> beforeSandbox;
    private SandboxServer? sandbox;

    /// <summary>Makes the judges known, and starts none.</summary>
    public SharedJudges() => beforeSandbox = new(StartBeforeSandboxAsync);

    internal Task<Judge> AnsweringAlikeAsync() => alike.Value;

    internal Task<Judge> AnsweringByChanceAsync() => byChance.Value;

    /// <summary>Returns a judge before a sandbox, whose numbers other tests may have changed.</summary>
    internal Task<Judge> BeforeSandboxAsync() => beforeSandbox.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var judge in new[] { alike, byChance, beforeSandbox })
        {
            if (judge is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                await (await judge.Value).DisposeAsync();
        }

        if (sandbox is not null) await sandbox.DisposeAsync();
    }

    private async Task<Judge> StartBeforeSandboxAsync()
    {
        sandbox = await SandboxServer.StartAsync(new(), TestTimeout.Token);
        return await Judge.BeforeAsync(sandbox.BaseUri);
    }
}
