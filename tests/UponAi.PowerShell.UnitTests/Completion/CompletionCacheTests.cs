using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using UponAi.PowerShell.Completion;
using UponAi.Testing;

namespace UponAi.PowerShell.UnitTests.Completion;

/// <summary>Tests that completion keeps a list for a minute.</summary>
public sealed class CompletionCacheTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    private readonly ClockTime time = new();

    [Fact]
    public async Task A_list_is_requested_again_after_a_minute()
    {
        using var api = new ListingApi((_, _) => Task.CompletedTask);
        using var connection = api.Connect();
        var lists = new CompletionCache(connection, time);
        var (numbers, agents) = (lists.GetNumbersAsync("AC1"), lists.GetAgentsAsync(7));
        await Task.WhenAll(numbers, agents);

        time.Advance(Minute - Instant);
        Assert.Same(numbers, lists.GetNumbersAsync("AC1"));
        Assert.Same(agents, lists.GetAgentsAsync(7));

        time.Advance(Instant);
        Assert.Equal("AC1", Assert.Single(await lists.GetNumbersAsync("AC1")).Number);
        Assert.Equal("7", Assert.Single(await lists.GetAgentsAsync(7)).AgentId);
        Assert.Equal((2, 2), (api.CountFor("AC1"), api.CountFor("7")));
    }

    [Fact]
    public async Task A_failure_is_kept_as_long()
    {
        using var api = new ListingApi((_, _) => throw new UponAiException(UponAiError.Unauthorized, "No."));
        using var connection = api.Connect();
        var lists = new CompletionCache(connection, time);
        var first = lists.GetNumbersAsync("AC1");
        await Assert.ThrowsAsync<UponAiException>(() => first);

        time.Advance(Minute - Instant);
        Assert.Same(first, lists.GetNumbersAsync("AC1"));

        time.Advance(Instant);
        await Assert.ThrowsAsync<UponAiException>(() => lists.GetNumbersAsync("AC1"));
        Assert.Equal(2, api.CountFor("AC1"));
    }

    [Fact]
    public async Task One_that_does_not_come_is_given_up_after_a_minute_and_asked_for_again()
    {
        using var api = new ListingApi((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        using var connection = api.Connect();
        var lists = new CompletionCache(connection, time);
        var first = lists.GetNumbersAsync("AC1");
        await TestTimeout.ForAsync(api.Asked.WaitAsync(TestContext.Current.CancellationToken));

        time.Advance(Minute - Instant);
        Assert.False(first.IsCompleted);

        time.Advance(Instant);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TestTimeout.ForAsync(first));
        Assert.False(lists.GetNumbersAsync("AC1").IsCompleted);
        await TestTimeout.ForAsync(api.Asked.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_it_no_longer()
    {
        using var api = new ListingApi((_, _) => Task.CompletedTask);
        using var connection = api.Connect();
        var lists = new CompletionCache(connection, time);
        await lists.GetNumbersAsync("AC1");

        time.Behind = TimeSpan.FromDays(1);
        time.Advance(Minute);

        await lists.GetNumbersAsync("AC1");
        Assert.Equal(2, api.CountFor("AC1"));
    }

    [Fact]
    public Task Cached_lists_are_collected_with_their_connection()
    {
        var lists = ListAndForget();

        return TestTimeout.ForAsync(CollectedObjects.WaitAsync([lists], TestContext.Current.CancellationToken));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ListAndForget()
    {
        using var api = new ListingApi((_, _) => Task.CompletedTask);
        using var connection = api.Connect();
        var lists = CompletionCache.Get(connection);
        Assert.Same(lists, CompletionCache.Get(connection));
        return new WeakReference(lists);
    }

    /// <summary>A clock that can be set back, like the clock of a computer.</summary>
    private sealed class ClockTime : FakeTimeProvider
    {
        internal TimeSpan Behind { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Behind;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
