
namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>
/// Tests the queue with random rows, a random platform and a random journal. A run may end at any moment.
/// </summary>
public sealed class OrderedRequestQueueStressTests
{
    [Fact]
    public Task Each_row_ends_once_in_its_place_and_nothing_stays() => Rounds.RunAsync(async seed =>
    {
        using var round = new QueueRound(seed);
        await round.RunAsync();
    });
}
