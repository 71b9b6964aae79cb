using Polly;

namespace UponAi.Client.Pacing;

/// <summary>The turn of one request at the pacer, from strategy to strategy.</summary>
internal sealed class Turn
{
    private static readonly ResiliencePropertyKey<Turn> Key = new("UponAi.Turn");

    /// <summary>When the first attempt may go.</summary>
    internal double Sent { get; init; }

    /// <summary>True once the first attempt went.</summary>
    internal bool IsTaken { get; set; }

    /// <summary>True once the platform answered, whatever it said.</summary>
    internal bool IsAnswered { get; set; }

    internal static Turn? Of(ResilienceContext context) => context.Properties.TryGetValue(Key, out var turn) ? turn : null;

    internal void Accompany(ResilienceContext context) => context.Properties.Set(Key, this);
}
