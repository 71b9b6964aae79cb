namespace UponAi.Contract.Tests.Judging;

/// <summary>Holds a judge for a class whose tests send requests that the judge must refuse.</summary>
public sealed class OwnJudge : IAsyncDisposable
{
    private readonly Lazy<Task<Judge>> judge = new(Judge.AnsweringAlikeAsync);

    internal Task<Judge> AnsweringAlikeAsync() => judge.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (judge is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await judge.Value).DisposeAsync();
    }
}
