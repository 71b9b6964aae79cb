namespace UponAi.Client.Pacing;

/// <summary>A pause that refusals caused. Times are seconds of the pacer's clock.</summary>
/// <param name="From">When the first refusal arrived.</param>
/// <param name="LastRefused">When the last refused request was sent.</param>
/// <param name="Until">
/// When the pause is planned to end. The test may be sent later, for example because no request was waiting.
/// </param>
/// <param name="IsRepeated">True if a test was refused, so that the pause is longer than first planned.</param>
internal readonly record struct Pause(double From, double LastRefused, double Until, bool IsRepeated)
{
    // Only a longer pause can come from a window. Shorter windows are found as a rate.
    private const double LongPause = 2;

    internal double Length => Until - From;

    internal bool IsLong => Length > LongPause;
}
