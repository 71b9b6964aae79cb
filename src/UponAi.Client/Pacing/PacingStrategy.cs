using Polly;
using UponAi.Client.Messages;

namespace UponAi.Client.Pacing;

/// <summary>Lets every further attempt wait for a turn, and tells the pacer what became of each.</summary>
internal sealed class PacingStrategy(Pacer pacer) : ResilienceStrategy<ApiResponse>
{
    protected override async ValueTask<Outcome<ApiResponse>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<ApiResponse>>> callback, ResilienceContext context, TState state)
    {
        var turn = Turn.Of(context)!;
        var sent = turn.Sent;
        try
        {
            if (turn.IsTaken) sent = await pacer.WaitAsync(isAgain: true, context.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            return Outcome.FromException<ApiResponse>(e);
        }

        turn.IsTaken = true;
        var outcome = await callback(context, state).ConfigureAwait(false);
        if (outcome.Result is { } answer)
        {
            turn.IsAnswered = true;
            pacer.Answered(sent, answer);
        }
        else
        {
            pacer.Failed();
        }

        return outcome;
    }
}
