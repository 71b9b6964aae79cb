using UponAi.Testing;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>
/// A response that stops in the middle of its body for so long that the client must be reading the body.
/// </summary>
internal sealed class Stall
{
    private const int BodyLength = 8 * 1024 * 1024;

    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Stall() => Reply = Reply.Stalled(UpdateAnswers.Of().PadRight(BodyLength), () =>
    {
        begun.TrySetResult();
        return Task.Delay(Timeout.Infinite);
    });

    internal Reply Reply { get; }

    /// <summary>Gets a task that ends when the first half is sent.</summary>
    internal Task Begun => begun.Task;
}
