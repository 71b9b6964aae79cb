using UponAi.Client.Pacing;
using UponAi.Testing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>Which request goes when: in simulated time, through the pacer itself.</summary>
public sealed class PacerTests : IDisposable
{
    private const double Tolerance = 4 * PacedRequests.Step;

    private readonly PacedRequests requests = new();

    [Fact]
    public void While_nothing_is_refused_no_request_waits()
    {
        for (var i = 0; i < 1000; i++) Assert.True(requests.Enter().IsCompletedSuccessfully);

        Assert.Empty(requests.Decisions);
    }

    [Fact]
    public async Task After_a_pause_requests_go_in_the_order_in_which_they_came_and_not_all_at_once()
    {
        requests.Send(AttemptOutcome.Refused, retryAfter: 5);

        var moments = await requests.MomentsAsync(requests.EnterMany(20));

        Assert.Equal(5, moments[0], Tolerance);
        Assert.Equal(moments.Order(), moments);
        Assert.True(moments.Distinct().Count() > 1);
    }

    [Fact]
    public async Task A_retry_goes_before_a_request_that_was_not_sent_yet()
    {
        requests.Send(AttemptOutcome.Refused, retryAfter: 5);
        var first = requests.EnterMany(3);
        var retry = requests.Enter(isRetry: true);

        var moments = await requests.MomentsAsync([retry, .. first]);

        Assert.Equal(moments.Order().Distinct(), moments);
    }

    [Fact]
    public async Task One_Retry_After_holds_all_requests_whatever_the_status()
    {
        requests.Send(AttemptOutcome.Failed, retryAfter: 7);

        var moments = await requests.MomentsAsync(requests.EnterMany(32));

        Assert.All(moments, moment => Assert.Equal(7, moment, Tolerance));
        Assert.Equal("Pacing: all requests wait 7 s (the platform asks for it).", Assert.Single(requests.Decisions));
    }

    [Fact]
    public async Task The_longer_of_two_holds_counts()
    {
        var permits = requests.EnterMany(2);
        requests.Complete(await permits[0], AttemptOutcome.Failed, retryAfter: 7);
        requests.Complete(await permits[1], AttemptOutcome.Failed, retryAfter: 3);

        Assert.Equal(7, await requests.MomentAsync(requests.Enter()), Tolerance);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(86_400)]
    public async Task No_allowance_holds_longer_than_a_minute_and_the_decision_says_so(double reset)
    {
        requests.Send(AttemptOutcome.Answered, allowance: (0, reset));

        Assert.Equal(60, await requests.MomentAsync(requests.Enter()), Tolerance);
        Assert.Equal("Pacing: all requests wait 60 s (its allowance is spent).", Assert.Single(requests.Decisions));
    }

    [Fact]
    public async Task A_spent_allowance_holds_all_requests_until_it_is_renewed()
    {
        requests.Send(AttemptOutcome.Answered, allowance: (0, 7));

        Assert.All(await requests.MomentsAsync(requests.EnterMany(3)), moment => Assert.Equal(7, moment, Tolerance));
    }

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(4, 3, false)]
    [InlineData(1, 0, false)]
    public void Requests_in_flight_count_against_the_allowance(int remaining, int inFlight, bool holds)
    {
        requests.EnterMany(inFlight);
        requests.Send(AttemptOutcome.Answered, allowance: (remaining, 7));

        Assert.Equal(!holds, requests.Enter().IsCompleted);
    }

    [Fact]
    public async Task Requests_that_ended_without_a_response_are_not_in_flight_any_more()
    {
        var request = new object();
        foreach (var permit in requests.EnterMany(5))
            requests.Complete(await permit, AttemptOutcome.Failed, request: request);
        requests.Send(AttemptOutcome.Answered, allowance: (1, 7));

        Assert.True(requests.Enter().IsCompleted);
    }

    [Fact]
    public async Task A_request_that_is_given_up_leaves_its_place_to_the_next()
    {
        requests.Send(AttemptOutcome.Refused, retryAfter: 5);
        using var givingUp = new CancellationTokenSource();
        var given = Enumerable.Range(0, 10).Select(_ => requests.EnterUntil(givingUp.Token)).ToList();
        var patient = requests.Enter();
        await givingUp.CancelAsync();

        foreach (var one in given) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.Equal(5, await requests.MomentAsync(patient), Tolerance);
    }

    [Fact]
    public async Task After_a_minute_without_requests_nothing_is_held_back()
    {
        requests.Send(AttemptOutcome.Refused, retryAfter: 1);
        await requests.MomentsAsync(requests.EnterMany(10));
        requests.Pass(60);

        var entered = requests.EnterMany(1000);
        // The first requests go out a little apart, as those of a new connection.
        requests.Pass(0.3);
        await Task.WhenAll(entered).WaitAsync(TestTimeout.Token);
    }

    [Fact]
    public async Task No_request_waits_for_a_pacer_that_is_closed()
    {
        requests.Send(AttemptOutcome.Refused, retryAfter: 5);
        var waiting = requests.EnterMany(3);

        requests.Dispose();

        await Task.WhenAll(waiting).WaitAsync(TestTimeout.Token);
        Assert.True(requests.Enter().IsCompletedSuccessfully);
    }

    [Fact]
    public void A_wait_of_no_time_is_no_decision()
    {
        requests.Pass(1);
        requests.Send(AttemptOutcome.Failed, retryAfter: 0);

        Assert.True(requests.Enter().IsCompletedSuccessfully);
        Assert.Empty(requests.Decisions);
    }

    public void Dispose() => requests.Dispose();
}
