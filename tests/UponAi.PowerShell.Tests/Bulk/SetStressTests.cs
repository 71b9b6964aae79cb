using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests the whole command with random rows. The platform answers in a random order, and a run may end at any moment.
/// </summary>
public sealed class SetStressTests
{
    private const int Rounds = 300;

    [Fact]
    public async Task Each_row_comes_out_once_in_its_place_and_nothing_stays()
    {
        using var engine = new Engine();
        var rows = new List<WeakReference>();
        for (var seed = 0; seed < Rounds; seed++)
        {
            try
            {
                rows.AddRange(await new SetRound(seed).RunAsync(engine));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Round with seed {seed}: {e.Message}", e);
            }
        }

        await engine.RunAsync("$Error.Clear()", ("rows", null));
        await CollectedObjects.WaitAsync(rows, TestTimeout.Token);
    }
}
