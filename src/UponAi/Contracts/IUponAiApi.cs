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
    Task<UpdateOutcome> UpdateAsync(NumberAssignment assignment, NumberLocation scope, CancellationToken cancellationToken);

    /// <summary>All phone numbers of an account that the token may see, with what is bound to them.</summary>
    /// <param name="accountSid">The account.</param>
    /// <param name="cancellationToken">Ends the request at once, inside the answer too.</param>
    /// <exception cref="UponAiException">The list could not be had; its id says why.</exception>
    Task<ListOutcome<PhoneNumber>> ListNumbersAsync(string accountSid, CancellationToken cancellationToken);

    /// <summary>All agents of a workspace, a row for each version that the platform lists, page by page until the end.</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="cancellationToken">Ends the request at once, between pages too.</param>
    /// <exception cref="UponAiException">The list could not be had, or does not end; its id says why.</exception>
    Task<ListOutcome<Agent>> ListAgentsAsync(int workspaceId, CancellationToken cancellationToken);

    /// <summary>All versions of one agent.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="workspaceId">The workspace that it is in.</param>
    /// <param name="cancellationToken">Ends the request at once.</param>
    /// <exception cref="UponAiException">The list could not be had; its id says why.</exception>
    Task<ListOutcome<Agent>> ListAgentVersionsAsync(string agentId, int workspaceId, CancellationToken cancellationToken);
}
