using UponAi.Contract.Tests.Judging;

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

    internal Task<Judge> AnsweringAlikeAsync() => alike.Value;

    internal Task<Judge> AnsweringByChanceAsync() => byChance.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var judge in new[] { alike, byChance })
        {
            if (judge is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                await (await judge.Value).DisposeAsync();
        }
    }
}
