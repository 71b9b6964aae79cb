using UponAi.Testing;

namespace UponAi.PowerShell.UnitTests;

/// <summary>
/// Runs random rounds, each with a seed that a failure names. A round that does not end is a failure.
/// </summary>
internal static class Rounds
{
    internal const int Count = 10_000;

    internal static async Task RunAsync(Func<int, Task> round)
    {
        for (var seed = 0; seed < Count; seed++)
        {
            try
            {
                // On another thread, because a blocked thread would not notice the timeout.
                await TestTimeout.ForAsync(Task.Run(() => round(seed)));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Round with seed {seed}: {e.Message}", e);
            }
        }
    }
}
