using CsCheck;
using Microsoft.Extensions.Time.Testing;
using UponAi.Client.Pacing;
using UponAi.Testing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>
/// Requests of any order that wait, go, are refused, fail or are given up while time moves. None may wait for ever.
/// </summary>
public sealed class PacerStressTests
{
    private const int Rounds = 10_000;

    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Enum<What>(), Gen.Int[0, 7], Gen.Int[0, 3000],
        (what, which, milliseconds) => new Step(what, which, milliseconds)).Array[1, 40];

    private enum What
    {
        Wait,
        WaitAgain,
        GiveUp,
        Answer,
        Refuse,
        RefuseWithHint,
        Fail,
        Pass,
    }

    [Fact]
    public void Each_request_gets_a_permit_is_cancelled_or_learns_of_an_outage() => Steps.Sample(steps =>
    {
        using var round = new Round();
        foreach (var step in steps) round.Do(step);
        round.End();
    }, iter: Rounds);

    private sealed record Step(What What, int Which, int Milliseconds);

    private sealed class Round : IDisposable
    {
        private readonly FakeTimeProvider time = new();
        private readonly Pacer pacer;
        private readonly List<(Task<RequestPermit> Turn, CancellationTokenSource GivingUp)> waiting = [];
        private readonly object[] requests = [new(), new(), new()];
        private int completed;
        private readonly Queue<RequestPermit> sent = new();

        internal Round() => pacer = new Pacer(time, new PacingLog(), TimeSpan.FromMinutes(1));

        internal void Do(Step step)
        {
            switch (step.What)
            {
                case What.Wait or What.WaitAgain:
                    var givingUp = new CancellationTokenSource();
                    waiting.Add((pacer.EnterAsync(step.What == What.WaitAgain, givingUp.Token).AsTask(), givingUp));
                    break;
                case What.GiveUp when waiting.Count > 0:
                    waiting[step.Which % waiting.Count].GivingUp.Cancel();
                    break;
                case What.Answer or What.Refuse or What.RefuseWithHint when sent.Count > 0:
                    TimeSpan? hint = step.What == What.RefuseWithHint
                        ? TimeSpan.FromMilliseconds(step.Milliseconds)
                        : null;
                    Complete(step.What == What.Answer ? AttemptOutcome.Answered : AttemptOutcome.Refused, hint);
                    break;
                case What.Fail when sent.Count > 0:
                    Complete(AttemptOutcome.Failed, null);
                    break;
                case What.Pass:
                    time.Advance(TimeSpan.FromMilliseconds(step.Milliseconds));
                    break;
            }

            Collect();
        }

        /// <summary>Completes requests and advances the time until no request waits.</summary>
        internal void End()
        {
            var patience = TestTimeout.Token;
            while (waiting.Count > 0)
            {
                if (patience.IsCancellationRequested)
                    throw new InvalidOperationException($"{waiting.Count} still wait.");
                while (sent.Count > 0) Complete(AttemptOutcome.Answered, null);
                time.Advance(TimeSpan.FromSeconds(1));
                // Permits are given at once, and told by another thread.
                Task.WaitAny([.. waiting.Select(entry => entry.Turn)], TimeSpan.FromMilliseconds(1));
                Collect();
            }
        }

        public void Dispose() => pacer.Dispose();

        private void Complete(AttemptOutcome outcome, TimeSpan? hint) =>
            pacer.Complete(sent.Dequeue(), requests[completed++ % requests.Length], new AttemptResult(outcome, hint));

        private void Collect()
        {
            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                var (turn, givingUp) = waiting[i];
                if (!IsOver(turn, givingUp)) continue;
                if (turn.IsCompletedSuccessfully) sent.Enqueue(turn.Result);
                waiting.RemoveAt(i);
                givingUp.Dispose();
            }
        }

        private static bool IsOver(Task turn, CancellationTokenSource givingUp)
        {
            if (givingUp.IsCancellationRequested && !((IAsyncResult)turn).AsyncWaitHandle.WaitOne(
                    TimeSpan.FromSeconds(60)))
                throw new InvalidOperationException("Given up, and still waiting.");
            return turn.IsCompleted;
        }
    }
}
