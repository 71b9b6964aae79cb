using UponAi.Client.Pacing;
using UponAi.Testing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>An outage is recognised, waited out with few requests, and left gently.</summary>
public sealed class OutageTests : IDisposable
{
    private const int InARow = 8;

    private static readonly double MaxOutage = PacedRequests.MaxOutage.TotalSeconds;

    private readonly PacedRequests requests = new();
    private readonly object[] rows = [.. Enumerable.Range(0, 32).Select(_ => new object())];

    [Fact]
    public void Many_requests_that_fail_one_after_the_other_are_an_outage()
    {
        requests.Send(AttemptOutcome.Answered);

        Assert.Equal(
            [.. Enumerable.Repeat(false, InARow - 1), true], Enumerable.Range(0, InARow).Select(i => Fail(rows[i])));

        Assert.False(requests.Enter().IsCompleted);
        Assert.NotNull(requests.Log.DownSince);
        Assert.Matches(
            @"^Pacing: the platform has been down since \d\d:\d\d:\d\d; all requests wait, ",
            Assert.Single(requests.Decisions));
    }

    [Fact]
    public void One_good_response_among_them_is_enough_for_no_outage()
    {
        requests.Send(AttemptOutcome.Answered);
        for (var i = 0; i < 100; i++)
        {
            Assert.False(
                i % InARow == InARow - 1 ? requests.Send(AttemptOutcome.Answered) : Fail(rows[i % rows.Length]));
        }

        Assert.Null(requests.Log.DownSince);
    }

    [Fact]
    public async Task Responses_to_requests_that_were_sent_before_the_failed_ones_do_not_hide_an_outage()
    {
        requests.Send(AttemptOutcome.Answered);
        var slow = new List<RequestPermit>();
        for (var i = 0; i < InARow; i++) slow.Add(await requests.Enter());
        requests.Pass(1);

        var recognised = slow.Zip(rows, (permit, row) =>
        {
            requests.Complete(permit, AttemptOutcome.Answered);
            return Fail(row);
        });

        Assert.Equal([.. Enumerable.Repeat(false, InARow - 1), true], recognised);
    }

    [Fact]
    public async Task Requests_that_fail_late_are_no_outage_if_later_ones_succeeded()
    {
        requests.Send(AttemptOutcome.Answered);
        var slow = new List<RequestPermit>();
        for (var i = 0; i < 2 * InARow; i++) slow.Add(await requests.Enter());
        requests.Pass(30);
        requests.Send(AttemptOutcome.Answered);

        foreach (var (permit, row) in slow.Zip(rows))
            Assert.False(requests.Complete(permit, AttemptOutcome.Failed, request: row));
    }

    [Fact]
    public void A_single_request_that_fails_again_and_again_is_no_outage()
    {
        requests.Send(AttemptOutcome.Answered);
        for (var i = 0; i < 100; i++) Assert.False(Fail(rows[0]));
    }

    [Fact]
    public void Requests_that_failed_and_ended_do_not_count_for_a_later_outage()
    {
        requests.Send(AttemptOutcome.Answered);
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.False(Fail(rows[i]));
            requests.Pacer.Forget(rows[i]);
        }
    }

    [Fact]
    public void A_platform_that_never_answered_is_not_waited_for()
    {
        foreach (var row in rows) Assert.False(Fail(row));
    }

    [Fact]
    public async Task One_request_at_a_time_tries_less_and_less_often()
    {
        Break();
        var waiting = requests.Enter();
        var pauses = new List<double>();
        var failed = requests.Seconds;
        while (pauses.Count < 7)
        {
            requests.Pass(PacedRequests.Step);
            if (!waiting.IsCompleted)
            {
                await Task.Yield();
                continue;
            }

            var permit = await waiting;
            pauses.Add(permit.Sent - failed);
            waiting = requests.Enter(isRetry: true);
            Assert.False(waiting.IsCompleted);
            Assert.True(requests.Complete(permit, AttemptOutcome.Failed, request: rows[0]));
            failed = requests.Seconds;
        }

        Assert.Equal([0.5, 1, 2, 4, 4, 4, 4], pauses.Select(pause => Math.Round(pause, 1)));
    }

    [Fact]
    public async Task The_first_good_response_ends_it_and_the_number_in_flight_doubles()
    {
        Break();
        var waiting = requests.EnterMany(7);
        requests.Pass(0.6);
        requests.Complete(await waiting[0].WaitAsync(TestTimeout.Token), AttemptOutcome.Answered);

        Assert.Null(requests.Log.DownSince);
        Assert.Matches(@"^Pacing: the platform answers again after 0\.[56] s\.$", requests.Decisions[^1]);
        foreach (var permit in waiting[1..2])
            requests.Complete(await permit.WaitAsync(TestTimeout.Token), AttemptOutcome.Answered);
        await Task.WhenAll(waiting[2..4]).WaitAsync(TestTimeout.Token);
        Assert.False(waiting[^1].IsCompleted);
    }

    [Fact]
    public async Task Responses_to_requests_from_before_do_not_end_it()
    {
        var slow = await requests.Enter();
        Break();

        requests.Complete(slow, AttemptOutcome.Answered);

        Assert.NotNull(requests.Log.DownSince);
    }

    [Fact]
    public async Task A_try_that_is_given_up_is_followed_by_another()
    {
        Break();
        var waiting = requests.EnterMany(2);
        requests.Pass(0.6);

        requests.Complete(await waiting[0].WaitAsync(TestTimeout.Token), AttemptOutcome.Abandoned);

        await waiting[1].WaitAsync(TestTimeout.Token);
    }

    [Fact]
    public async Task After_the_longest_outage_the_requests_wait_no_longer()
    {
        Break();
        var waiting = requests.EnterMany(3);
        requests.Pass(1);
        var tried = await waiting[0].WaitAsync(TestTimeout.Token);

        requests.Pass(PacedRequests.MaxOutage.TotalSeconds);

        foreach (var one in waiting[1..])
        {
            var error = await Assert.ThrowsAsync<OutageException>(() => one.WaitAsync(TestTimeout.Token));
            Assert.Equal("The platform has been down for 300 s.", error.Message);
        }

        Assert.Equal(
            "Pacing: the platform is still down after 300 s; requests wait no longer.", requests.Decisions[^1]);
        Assert.Null(requests.Log.DownSince);
        requests.Complete(tried, AttemptOutcome.Failed, request: rows[0]);

        var down = await Assert.ThrowsAsync<OutageException>(() => requests.Enter());
        Assert.InRange(down.UntilNextTest.TotalSeconds, 0.1, 4);
        requests.Pass(4);
        var next = await requests.Enter();
        await Assert.ThrowsAsync<OutageException>(() => requests.Enter());
        requests.Complete(next, AttemptOutcome.Answered);
        await requests.Enter().WaitAsync(TestTimeout.Token);
    }

    [Fact]
    public async Task When_the_wait_is_over_one_request_still_tests_the_platform()
    {
        Break();
        for (var i = 0; i < 10; i++)
        {
            requests.Pass(MaxOutage / 10 - 0.1);
            Fail(rows[0]);
        }

        var waiting = requests.EnterMany(3);

        requests.Pass(5);

        foreach (var one in waiting[1..])
            await Assert.ThrowsAsync<OutageException>(() => one.WaitAsync(TestTimeout.Token));
        requests.Complete(await waiting[0].WaitAsync(TestTimeout.Token), AttemptOutcome.Answered);
        await requests.Enter().WaitAsync(TestTimeout.Token);
    }

    [Fact]
    public async Task An_outage_is_forgotten_after_a_minute_without_requests()
    {
        Break();
        requests.Pass(MaxOutage + 60);
        Assert.NotNull(requests.Log.DownSince);

        var waiting = requests.EnterMany(3);
        Assert.Null(requests.Log.DownSince);
        requests.Pass(1);

        foreach (var one in waiting) await one.WaitAsync(TestTimeout.Token);
        Assert.Equal(
            [.. Enumerable.Repeat(false, InARow - 1), true], Enumerable.Range(0, InARow).Select(i => Fail(rows[i])));
    }

    public void Dispose() => requests.Dispose();

    private bool Fail(object request) => requests.Send(AttemptOutcome.Failed, request: request);

    private void Break()
    {
        requests.Send(AttemptOutcome.Answered);
        for (var i = 0; i < InARow; i++) Fail(rows[i]);
        Assert.NotNull(requests.Log.DownSince);
    }
}
