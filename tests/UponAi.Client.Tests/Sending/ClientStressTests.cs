using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

/// <summary>
/// A connection used by many at once, each giving up at any moment, that is closed under them in the end.
/// </summary>
public sealed class ClientStressTests
{
    private const int Rounds = 10_000;
    private const int AtOnce = 32;

    [Fact]
    public async Task Each_request_ends_with_its_response_an_error_or_a_cancellation()
    {
        await using var server = ScriptedServer.Start(Script());
        var settings = Settings.For(server.BaseUri, retries: 2);
        var ended = new Tally();
        var client = new UponAiClient(settings, new SkippingTime(settings));

        var options =
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestTimeout.Token };
        await Parallel.ForEachAsync(Enumerable.Range(0, Rounds), options, async (round, _) =>
        {
            using var givingUp = new CancellationTokenSource();
            var asked = Asked(round);
            var update = client.UpdateAsync(asked, TestAssignments.Scope, givingUp.Token);
            if (round % 3 == 0) await Task.Yield();
            if (round % 5 == 0) await givingUp.CancelAsync();
            await ended.CountAsync(asked, update);
        });

        var last = Enumerable.Range(0, AtOnce)
            .Select(Asked)
            .Select(
                asked =>
                    ended.CountAsync(asked, client.UpdateAsync(asked, TestAssignments.Scope, CancellationToken.None)))
            .ToArray();
        client.Dispose();
        await Task.WhenAll(last).WaitAsync(TestTimeout.Token);

        Assert.Equal(Rounds + AtOnce, ended.All);
        Assert.True(ended.Answered > 0 && ended.GivenUp > 0, $"{ended.Answered} answered, {ended.GivenUp} given up");
        await OpenSockets.FallToAsync(0, server.BaseUri, TestTimeout.Token);
    }

    // Few numbers, and many agents: an answer that belongs to another is seen.
    private static NumberAssignment Asked(int round) =>
        TestAssignments.Inbound($"agent_{round % 1000}", $"{100 + round % 40}");

    // Mostly well, and now and then what is repeated.
    private static Func<ReceivedRequest, Reply> Script()
    {
        var count = 0;
        return request => (Interlocked.Increment(ref count) % 23) switch
        {
            5 => Reply.Json("", 503, ("retry-after-ms", "5")),
            11 => Reply.Json("", 429, ("retry-after-ms", "20")),
            17 => Reply.Hangup(),
            _ => Reply.Json(UpdateAnswers.Agreeing(request)),
        };
    }

    private sealed class Tally
    {
        private int answered;
        private int failed;
        private int givenUp;

        internal int Answered => answered;

        internal int GivenUp => givenUp;

        internal int All => answered + failed + givenUp;

        internal async Task CountAsync(NumberAssignment asked, Task<UpdateOutcome> update)
        {
            try
            {
                var outcome = await update;
                Assert.Equal(asked.Number.Value, outcome.PhoneNumber.Number);
                Assert.Empty(outcome.Warnings);
                Interlocked.Increment(ref answered);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref givenUp);
            }
            catch (UponAiException)
            {
                Interlocked.Increment(ref failed);
            }
        }
    }
}
