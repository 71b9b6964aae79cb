namespace UponAi.Testing;

/// <summary>Lets those who wait go one by one, soon, and in an order by chance.</summary>
public sealed class ChanceOrder(int seed)
{
    // So often whoever is to be let go next lets others come first, at most.
    private const int MostYields = 4;

    private readonly Lock gate = new();
    private readonly Random chance = new(seed);
    private readonly List<TaskCompletionSource> waiting = [];
    private bool isUnderWay;

    /// <summary>Waits for a turn.</summary>
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
