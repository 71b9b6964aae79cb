using UponAi.Testing;

namespace UponAi.PowerShell.UnitTests;

/// <summary>
/// Rounds by chance, each from a seed of its own that a failure names. One that does not end is a failure, and not a
/// hang.
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
                // On another thread, as one that is blocked would never see that time is up.
                await TestTimeout.ForAsync(Task.Run(() => round(seed)));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Round with seed {seed}: {e.Message}", e);
            }
        }
    }
}
