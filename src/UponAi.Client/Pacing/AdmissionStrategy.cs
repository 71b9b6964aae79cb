using Polly;
using UponAi.Client.Messages;

namespace UponAi.Client.Pacing;

/// <summary>Lets a request wait for its first turn before its time begins to run: how long the queue is, is not the request's affair.</summary>
internal sealed class AdmissionStrategy(Pacer pacer) : ResilienceStrategy<ApiResponse>
{
    protected override async ValueTask<Outcome<ApiResponse>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<ApiResponse>>> callback, ResilienceContext context, TState state)
    {
        Turn turn;
        try
        {
            turn = new Turn { Sent = await pacer.WaitAsync(isAgain: false, context.CancellationToken).ConfigureAwait(false) };
        }
        catch (OperationCanceledException e)
        {
            return Outcome.FromException<ApiResponse>(e);
        }

        turn.Accompany(context);
        var outcome = await callback(context, state).ConfigureAwait(false);
        if (!turn.IsTaken) pacer.Failed();
        return outcome;
    }
}
