namespace UponAi.Testing;

/// <summary>Releases waiting tasks one by one in a random order.</summary>
public sealed class ChanceOrder(int seed)
{
    // The maximum number of times that other tasks overtake a waiting task.
    private const int MostYields = 4;

    private readonly Lock gate = new();
    private readonly Random chance = new(seed);
    private readonly List<TaskCompletionSource> waiting = [];
    private bool isUnderWay;

    /// <summary>Waits until the task is released.</summary>
    public Task WaitAsync()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Add(turn);
            if (isUnderWay) return turn.Task;
            isUnderWay = true;
        }

        _ = Task.Run(LetGoAsync);
        return turn.Task;
    }

    private async Task LetGoAsync()
    {
        while (true)
        {
            for (var yields = Next(MostYields); yields > 0; yields--) await Task.Yield();
            if (TakeOne() is not { } turn) return;
            turn.SetResult();
        }
    }

    private TaskCompletionSource? TakeOne()
    {
        lock (gate)
        {
            if (waiting.Count == 0)
            {
                isUnderWay = false;
                return null;
            }

            var at = chance.Next(waiting.Count);
            var turn = waiting[at];
            waiting.RemoveAt(at);
            return turn;
        }
    }

    private int Next(int bound)
    {
        lock (gate) return chance.Next(bound);
    }
}
