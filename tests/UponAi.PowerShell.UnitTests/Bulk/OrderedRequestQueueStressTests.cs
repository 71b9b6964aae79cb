
namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>
/// Rows by chance through the queue, to a platform and a journal that do what they like, to their end or broken off at
/// any moment.
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
