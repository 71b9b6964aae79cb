using UponAi.PowerShell.Bulk;
using UponAi.Testing;

namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>Tests who gets a slot, and that no slot is lost.</summary>
public sealed class RequestSlotsTests
{
    [Fact]
    public async Task A_returned_slot_goes_to_the_request_that_waits_longest()
    {
        var slots = new RequestSlots(1);
        await EnterAsync(slots);
        var second = slots.EnterAsync(CancellationToken.None);
        var third = slots.EnterAsync(CancellationToken.None);
        Assert.Equal(3, slots.Pending);

        slots.Leave();

        await TestTimeout.ForAsync(second);
        Assert.False(third.IsCompleted);
        Assert.Equal(2, slots.Pending);
    }

    [Fact]
    public async Task A_cancelled_wait_takes_no_slot()
    {
        var slots = new RequestSlots(1);
        await EnterAsync(slots);
        using var cancelling = new CancellationTokenSource();
        var cancelled = slots.EnterAsync(cancelling.Token);
        var last = slots.EnterAsync(CancellationToken.None);

        cancelling.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TestTimeout.ForAsync(cancelled));
        slots.Leave();
        await TestTimeout.ForAsync(last);
        slots.Leave();

        Assert.Equal(0, slots.Pending);
        await EnterAsync(slots);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_before_it_begins_takes_no_slot()
    {
        var slots = new RequestSlots(1);
        await EnterAsync(slots);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TestTimeout.ForAsync(slots.EnterAsync(new CancellationToken(canceled: true))));
        slots.Leave();

        Assert.Equal(0, slots.Pending);
        await EnterAsync(slots);
    }

    [Fact]
    public async Task Thousands_of_requests_that_end_at_once_pass_their_slot_on()
    {
        var slots = new RequestSlots(2);
        await EnterAsync(slots);
        await EnterAsync(slots);
        var ending = Enumerable.Range(0, 50_000).Select(_ => EndAtOnceAsync(slots)).ToList();

        slots.Leave();
        slots.Leave();
        await TestTimeout.ForAsync(Task.WhenAll(ending));

        Assert.Equal(0, slots.Pending);
    }

    [Fact]
    public async Task Requests_in_flight_never_exceed_the_limit()
    {
        const int Limit = 4;
        var slots = new RequestSlots(Limit);
        var inFlight = 0;
        var most = 0;

        await TestTimeout.ForAsync(Task.WhenAll(Enumerable.Range(0, 2_000).Select(async i =>
        {
            using var cancelling = new CancellationTokenSource();
            var entering = slots.EnterAsync(i % 3 == 0 ? cancelling.Token : CancellationToken.None);
            if (i % 6 == 0) await cancelling.CancelAsync();
            try
            {
                await entering;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            lock (slots) most = Math.Max(most, ++inFlight);
            await Task.Yield();
            lock (slots) inFlight--;
            slots.Leave();
        })));

        Assert.InRange(most, 1, Limit);
        Assert.Equal(0, slots.Pending);
    }

    private static Task EnterAsync(RequestSlots slots) =>
        TestTimeout.ForAsync(slots.EnterAsync(CancellationToken.None));

    private static async Task EndAtOnceAsync(RequestSlots slots)
    {
        await slots.EnterAsync(CancellationToken.None);
        slots.Leave();
    }
}
