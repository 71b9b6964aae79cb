using UponAi.Client.Sending;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

/// <summary>Many threads that want few numbers, and give up at any moment.</summary>
public sealed class PerNumberLockStressTests
{
    private const int Rounds = 10_000;
    private const int Askers = 8;

    private static readonly NumberId[] Numbers = [NumberId.Parse("101"), NumberId.Parse("102")];

    private readonly PerNumberLock turns = new();
    private readonly int[] inside = new int[Numbers.Length];

    [Fact]
    public async Task No_two_have_a_number_at_once_and_nobody_waits_for_ever()
    {
        var source = new Random(20260420);
        for (var round = 0; round < Rounds; round++)
        {
            using var givingUp = new CancellationTokenSource();
            var plans = Enumerable.Range(0, Askers)
                .Select(_ => (Which: source.Next(Numbers.Length), GivesUp: source.Next(3) == 0))
                .ToArray();
            var asking = plans.Select(
                plan =>
                    Task.Run(
                        () => AskAsync(plan.Which, plan.GivesUp ? givingUp.Token : CancellationToken.None))).ToArray();
            await givingUp.CancelAsync();
            await Task.WhenAll(asking).WaitAsync(TestTimeout.Token);
        }

        // And none is still taken.
        foreach (var number in Numbers) await turns.EnterAsync(number, TestTimeout.Token);
    }

    private async Task AskAsync(int which, CancellationToken cancellationToken)
    {
        try
        {
            await turns.EnterAsync(Numbers[which], cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (Interlocked.Increment(ref inside[which]) != 1) throw new InvalidOperationException("Two have one number.");
        await Task.Yield();
        Interlocked.Decrement(ref inside[which]);
        turns.Leave(Numbers[which]);
    }
}
