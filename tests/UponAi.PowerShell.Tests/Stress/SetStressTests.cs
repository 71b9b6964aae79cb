using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Stress;

/// <summary>Rows by chance through the whole command, to a platform that answers in an order by chance, to their end or broken off at any moment.</summary>
[Collection(HeavyRuns.Name)]
public sealed class SetStressTests
{
    private const int Rounds = 300;

    [Fact]
    public async Task Each_row_comes_out_once_in_its_place_and_nothing_stays()
    {
        SetRound? current = null;
        await using var server = ScriptedServer.Start(request => current!.Answer(request));
        using var engine = new Engine();
        var rows = new List<WeakReference>();
        for (var seed = 0; seed < Rounds; seed++)
        {
            try
            {
                current = new SetRound(seed);
                rows.AddRange(await current.RunAsync(engine, server.BaseUri));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Round with seed {seed}: {e.Message}", e);
            }
        }

        current = null;
        await engine.RunAsync("$Error.Clear()", ("rows", null));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(0, rows.Count(row => row.IsAlive));
    }
}
