namespace UponAi.Testing;

/// <summary>A counter that tests can wait for.</summary>
internal sealed class Counter
{
    private readonly Lock gate = new();
    private readonly List<(int Goal, TaskCompletionSource Reached)> waiting = [];
    private int value;

    internal int Value
    {
        get
        {
            lock (gate) return value;
        }
    }

    internal int Increment()
    {
        lock (gate)
        {
            value++;
            foreach (var (goal, reached) in waiting)
            {
                if (goal <= value) reached.TrySetResult();
            }

            waiting.RemoveAll(entry => entry.Goal <= value);
            return value;
        }
    }

    internal Task ReachAsync(int goal, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (value >= goal) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((goal, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }
}
