using UponAi.Testing;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>
/// An answer that stops in the middle of its body, so long that the client must be reading it by then.
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

    /// <summary>Ends when the first half is sent.</summary>
    internal Task Begun => begun.Task;
}
