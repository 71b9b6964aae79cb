namespace UponAi.Contract.Tests.Judging;

/// <summary>One judge for the tests of a class. Started by the first of them, so that each is skipped where there is none.</summary>
public sealed class SharedJudge : IAsyncLifetime
{
    private Task<Judge>? started;

    internal Task<Judge> AnsweringAlikeAsync() => started ??= Judge.AnsweringAlikeAsync();

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (started is { IsCompletedSuccessfully: true }) await (await started).DisposeAsync();
    }
}
