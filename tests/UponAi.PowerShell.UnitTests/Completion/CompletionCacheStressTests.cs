using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using UponAi.PowerShell.Completion;
using UponAi.Testing;

namespace UponAi.PowerShell.UnitTests.Completion;

/// <summary>
/// Tests completion on many threads while time passes. Each list is requested once a minute, and each caller gets its
/// own list in the end.
/// </summary>
public sealed class CompletionCacheStressTests
{
    private const int MostMoments = 6;
    private const int MostPresses = 8;
    private const int MostSeconds = 70;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // The name of a list is its planned result. The list of a workspace comes late.
    private static readonly string[] Names = ["quick", "late", "silent", "broken", "7", "8"];

    [Fact]
    public Task Each_list_is_asked_for_once_a_minute() => Rounds.RunAsync(RoundAsync);

    private static async Task RoundAsync(int seed)
    {
        var chance = new Random(seed);
        var time = new FakeTimeProvider();
        var order = new ChanceOrder(seed);
        using var api = new ListingApi((name, cancellation) => AnswerAsync(name, order, cancellation));
        using var connection = api.Connect();
        var lists = new CompletionCache(connection, time);
        var current = new Dictionary<string, (DateTimeOffset At, Task List)>();
        var all = new List<(string Name, Task List)>();
        for (var moments = chance.Next(1, MostMoments + 1); moments > 0; moments--)
        {
            var names = Enumerable.Range(0, chance.Next(1, MostPresses + 1))
                .Select(_ => Names[chance.Next(Names.Length)])
                .ToArray();
            var pressed = await Task.WhenAll(names.Select(name => Task.Run(() => (name, Press(lists, name)))));
            foreach (var (name, list) in pressed)
            {
                if (!current.TryGetValue(name, out var known) || time.GetUtcNow() - known.At >= Minute)
                {
                    current[name] = known = (time.GetUtcNow(), list);
                    all.Add((name, list));
                    await api.Asked.WaitAsync();
                }

                Assert.Same(known.List, list);
            }

            time.Advance(TimeSpan.FromSeconds(chance.Next(MostSeconds)));
        }

        time.Advance(Minute);
        foreach (var (name, list) in all) await AssertOwnAsync(name, list);
        foreach (var name in Names) Assert.Equal(all.Count(entry => entry.Name == name), api.CountFor(name));
    }

    private static Task AnswerAsync(string name, ChanceOrder order, CancellationToken cancellation) => name switch
    {
        "quick" => Task.CompletedTask,
        "silent" => Task.Delay(Timeout.Infinite, cancellation),
        "broken" => throw new UponAiException(UponAiError.Unauthorized, name),
        _ => order.WaitAsync().WaitAsync(cancellation),
    };

    private static Task Press(CompletionCache lists, string name) =>
        int.TryParse(name, CultureInfo.InvariantCulture, out var workspace)
            ? lists.GetAgentsAsync(workspace)
            : lists.GetNumbersAsync(name);

    private static async Task AssertOwnAsync(string name, Task list)
    {
        try
        {
            await list;
            Assert.Equal(
                name,
                list is Task<IReadOnlyList<Agent>> agents ? Assert.Single(await agents).AgentId : Assert.Single(
                    await (Task<IReadOnlyList<CachedNumber>>)list).Number);
        }
        catch (UponAiException e)
        {
            Assert.Equal((name, "broken"), (name, e.Message));
        }
        catch (OperationCanceledException)
        {
            // A minute passed before the thread ran.
            Assert.False(name is "quick" or "broken", $"{name} was given up.");
        }
    }
}
