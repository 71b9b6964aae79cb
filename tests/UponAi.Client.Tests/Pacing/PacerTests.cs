using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Pacing;

/// <summary>Who goes when: in simulated time, through the pacer itself.</summary>
public sealed class PacerTests : IDisposable
{
    private readonly PacedRequests requests = new();

    [Fact]
    public void While_nothing_is_refused_nobody_waits()
    {
        for (var i = 0; i < 1000; i++) Assert.True(requests.TestAssignments().IsCompletedSuccessfully);

        Assert.Empty(requests.Decisions);
    }

    [Fact]
    public async Task After_a_hold_requests_go_in_the_order_in_which_they_came_and_not_all_at_once()
    {
        requests.ApiResponse(429, retryAfter: 5);

        var moments = await requests.MomentsAsync(requests.AskMany(20));

        Assert.Equal(5, moments[0], 4 * PacedRequests.Step);
        Assert.Equal(moments.Order(), moments);
        Assert.InRange(moments.Distinct().Count(), 15, 20);
    }

    [Fact]
    public void The_pause_after_a_refusal_is_told_to_the_hundredth_of_a_second()
    {
        requests.ApiResponse(429, retryAfter: 0.25);

        Assert.Equal("Pacing: the platform refuses requests; after a pause of 0.25 s they begin slowly.", Assert.Single(requests.Decisions));
    }

    [Fact]
    public async Task Who_was_sent_before_goes_first()
    {
        requests.ApiResponse(429, retryAfter: 5);
        var first = requests.AskMany(3);
        var again = requests.AskAgain();

        var moments = await requests.MomentsAsync([again, .. first]);

        Assert.Equal(moments.Order().Distinct(), moments);
    }

    [Fact]
    public async Task One_Retry_After_holds_everybody_whatever_the_status()
    {
        requests.ApiResponse(503, retryAfter: 7);

        var moments = await requests.MomentsAsync(requests.AskMany(32));

        Assert.All(moments, moment => Assert.Equal(7, moment, 4 * PacedRequests.Step));
        Assert.Equal("Pacing: all requests wait 7 s (the platform asks for it).", Assert.Single(requests.Decisions));
    }

    [Fact]
    public async Task The_longer_of_two_holds_counts_whichever_came_first()
    {
        requests.ApiResponse(503, retryAfter: 7);
        requests.ApiResponse(503, retryAfter: 3);
        Assert.Equal(7, await requests.MomentAsync(requests.TestAssignments()), 4 * PacedRequests.Step);

        requests.ApiResponse(503, retryAfter: 3);
        var waiting = requests.TestAssignments();
        requests.Pass(1);
        requests.ApiResponse(503, retryAfter: 7);
        Assert.Equal(120 + 1 + 7, await requests.MomentAsync(waiting), 4 * PacedRequests.Step);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(86_400)]
    public async Task No_allowance_holds_longer_than_a_minute_and_the_decision_says_so(double reset)
    {
        requests.ApiResponse(200, allowance: (0, reset));

        Assert.Equal(60, await requests.MomentAsync(requests.TestAssignments()), 4 * PacedRequests.Step);
        Assert.Equal("Pacing: all requests wait 60 s (its allowance is spent).", Assert.Single(requests.Decisions));
    }

    [Fact]
    public async Task A_spent_allowance_holds_everybody_until_it_is_renewed()
    {
        requests.ApiResponse(200, allowance: (0, 7));

        Assert.All(await requests.MomentsAsync(requests.AskMany(3)), moment => Assert.Equal(7, moment, 4 * PacedRequests.Step));
    }

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(4, 3, false)]
    [InlineData(1, 0, false)]
    public void What_is_under_way_counts_against_the_allowance(int remaining, int underWay, bool holds)
    {
        requests.AskMany(underWay);
        requests.ApiResponse(200, allowance: (remaining, 7));

        Assert.Equal(!holds, requests.TestAssignments().IsCompleted);
    }

    [Fact]
    public void Requests_that_ended_without_an_answer_are_under_way_no_more()
    {
        requests.AskMany(5);
        for (var i = 0; i < 5; i++) requests.Pacer.Failed();
        requests.ApiResponse(200, allowance: (1, 7));

        Assert.True(requests.TestAssignments().IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_frees_its_turn_for_the_next()
    {
        requests.ApiResponse(429, retryAfter: 5);
        using var givingUp = new CancellationTokenSource();
        var given = Enumerable.Range(0, 10).Select(_ => requests.AskUntil(givingUp.Token)).ToList();
        var patient = requests.TestAssignments();
        await givingUp.CancelAsync();

        foreach (var one in given) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.Equal(5, await requests.MomentAsync(patient), 4 * PacedRequests.Step);
    }

    [Fact]
    public void A_429_without_a_hint_alone_among_answers_holds_nobody()
    {
        for (var i = 0; i < 31; i++) requests.ApiResponse(200);
        requests.ApiResponse(429);

        Assert.True(requests.TestAssignments().IsCompletedSuccessfully);
        Assert.Empty(requests.Decisions);
    }

    [Fact]
    public async Task Many_429_without_a_hint_hold_everybody_for_a_second()
    {
        for (var i = 0; i < 24; i++) requests.ApiResponse(200);
        for (var i = 0; i < 8; i++) requests.ApiResponse(429);

        Assert.Equal(1, await requests.MomentAsync(requests.TestAssignments()), 4 * PacedRequests.Step);
        Assert.Equal("Pacing: the platform refuses requests; after a pause of 1 s they begin slowly.", Assert.Single(requests.Decisions));
    }

    [Fact]
    public async Task After_a_minute_without_requests_the_rate_is_free_again()
    {
        requests.ApiResponse(429, retryAfter: 1);
        await requests.AnswerNextAsync(200, seconds: 1.5);
        requests.ApiResponse(429, retryAfter: 1);
        var slow = await requests.MomentsAsync(requests.AskMany(100));
        for (var i = 0; i < 100; i++) requests.Pacer.Failed();
        requests.Pass(60);

        Assert.NotEqual(slow[0], slow[99]);
        Assert.All(requests.AskMany(1000), request => Assert.True(request.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task As_many_as_were_let_through_before_the_first_refusal_go_at_once_after_it()
    {
        for (var i = 0; i < 50; i++) requests.ApiResponse(200);
        requests.ApiResponse(429, retryAfter: 1);

        Assert.All(await requests.MomentsAsync(requests.AskMany(50)), moment => Assert.Equal(1, moment, 0.1));
    }

    [Fact]
    public async Task A_hold_of_a_minute_is_not_such_a_pause()
    {
        for (var i = 0; i < 50; i++) requests.ApiResponse(200);
        requests.ApiResponse(429, retryAfter: 60);

        var moments = await requests.MomentsAsync(requests.AskMany(100));

        Assert.Equal(60, moments[0], 4 * PacedRequests.Step);
        Assert.True(moments[99] > 61);
    }

    [Fact]
    public async Task Nobody_waits_for_a_pacer_that_is_closed()
    {
        requests.ApiResponse(429, retryAfter: 5);
        var waiting = requests.AskMany(3);

        requests.Dispose();

        await Task.WhenAll(waiting).WaitAsync(TestTimeout.Token);
        Assert.True(requests.TestAssignments().IsCompletedSuccessfully);
    }

    [Fact]
    public void A_wait_of_no_time_is_no_decision()
    {
        requests.Pass(1);
        requests.ApiResponse(503, retryAfter: 0);

        Assert.True(requests.TestAssignments().IsCompletedSuccessfully);
        Assert.Empty(requests.Decisions);
    }

    public void Dispose() => requests.Dispose();
}
