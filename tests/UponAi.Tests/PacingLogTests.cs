namespace UponAi.Tests;

/// <summary>Tests that each reader of the decisions sees each decision once.</summary>
public sealed class PacingLogTests
{
    private readonly PacingLog log = new();

    [Fact]
    public void A_new_log_has_nothing_to_show()
    {
        var seen = 0L;

        Assert.Equal(0, log.Last);
        Assert.Empty(log.Since(ref seen));
        Assert.Equal(0, seen);
    }

    [Fact]
    public void A_decision_is_not_shown_twice()
    {
        var seen = 0L;
        Add(1, 3);

        Assert.Equal(["decision 1", "decision 2", "decision 3"], log.Since(ref seen));
        Assert.Equal(3, seen);
        Assert.Empty(log.Since(ref seen));

        Add(4, 4);

        Assert.Equal(["decision 4"], log.Since(ref seen));
        Assert.Equal(4, log.Last);
    }

    [Fact]
    public void Two_readers_do_not_take_decisions_from_each_other()
    {
        var (one, other) = (0L, 0L);
        Add(1, 2);

        Assert.Equal(log.Since(ref one), log.Since(ref other));
    }

    [Fact]
    public void The_log_keeps_the_latest_64_decisions()
    {
        var seen = 3L;
        Add(1, 1000);

        Assert.Equal(Enumerable.Range(937, 64).Select(i => $"decision {i}"), log.Since(ref seen));
        Assert.Equal((1000, 1000), (seen, log.Last));
    }

    [Fact]
    public async Task Readers_and_writers_at_once_lose_nothing()
    {
        var seen = 0L;
        var read = 0;
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () =>
            {
                for (var i = 0; i < 10; i++) log.Add("decision");
            },
            TestContext.Current.CancellationToken)));
        while (!writing.IsCompleted) read += log.Since(ref seen).Count;
        await writing;
        read += log.Since(ref seen).Count;

        Assert.Equal((40, 40), (read, seen));
    }

    private void Add(int first, int last)
    {
        for (var i = first; i <= last; i++) log.Add($"decision {i}");
    }

    [Fact]
    public void Knows_since_when_the_platform_is_down()
    {
        var log = new PacingLog();
        Assert.Null(log.DownSince);

        log.DownSince = DateTimeOffset.UnixEpoch;

        Assert.Equal(DateTimeOffset.UnixEpoch, log.DownSince);
    }
}
