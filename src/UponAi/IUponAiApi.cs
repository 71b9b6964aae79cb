namespace UponAi;

/// <summary>The platform, as the commands need it. Safe to use from several threads at once.</summary>
public interface IUponAiApi : IDisposable
{
    /// <summary>How fast the platform lets requests through, and why.</summary>
    PacingLog Pacing { get; }

    /// <summary>Changes one number's assignment and reads back what the platform made of it.</summary>
    /// <param name="assignment">The desired change; not an empty one.</param>
    /// <param name="scope">The account and workspace.</param>
    /// <param name="cancellationToken">Ends the request at once, between retries too.</param>
    /// <exception cref="UponAiException">The change failed; its id says how.</exception>
    Task<UpdateOutcome> UpdateAsync(NumberAssignment assignment, AssignmentScope scope, CancellationToken cancellationToken);
}
