using Polly;
using UponAi.Client.Http;

namespace UponAi.Client.Pacing;

/// <summary>Lets every attempt wait for its turn, and tells the pacer what became of it.</summary>
internal sealed class PacingStrategy(Pacer pacer) : ResilienceStrategy<Answer>
{
    protected override async ValueTask<Outcome<Answer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Answer>>> callback, ResilienceContext context, TState state)
    {
        double sent;
        try
        {
            sent = await pacer.WaitAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            return Outcome.FromException<Answer>(e);
        }

        var outcome = await callback(context, state).ConfigureAwait(false);
        if (outcome.Result is { } answer) pacer.Answered(sent, answer);
        else pacer.Failed();
        return outcome;
    }
}
