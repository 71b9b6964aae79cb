namespace UponAi;

/// <summary>The operations of the platform, for the commands. Safe to use from several threads at once.</summary>
public interface IUponAiApi : IDisposable
{
    /// <summary>Gets the log of the pacing decisions: how fast the platform accepts requests, and why.</summary>
    PacingLog Pacing { get; }

    /// <summary>Changes the assignment of a number, and reads the platform's response.</summary>
    /// <param name="assignment">The desired change, which is not empty.</param>
    /// <param name="location">The account and the workspace of the number.</param>
    /// <param name="gate">
    /// Decides when each attempt may be sent. Null if only the pace of the connection decides.
    /// </param>
    /// <param name="cancellationToken">Cancels the request at once, also between retries.</param>
    /// <returns>
    /// The updated number. Requests for the same number are sent in the order of the calls, each after the end of the
    /// previous request.
    /// </returns>
    /// <exception cref="UponAiException">The change failed. The error id gives the reason.</exception>
    Task<UpdateOutcome> UpdateAsync(
        NumberAssignment assignment, NumberLocation location, IRequestGate? gate, CancellationToken cancellationToken);

    /// <summary>Lists all visible phone numbers of an account, with their assignments.</summary>
    /// <param name="accountSid">The sid of the account.</param>
    /// <param name="cancellationToken">Cancels the request at once, also while the response is read.</param>
    /// <exception cref="UponAiException">The list failed. The error id gives the reason.</exception>
    Task<ListOutcome<PhoneNumber>> ListNumbersAsync(string accountSid, CancellationToken cancellationToken);

    /// <summary>Lists all agents of a workspace page by page, with a row for each listed version.</summary>
    /// <param name="workspaceId">The id of the workspace.</param>
    /// <param name="cancellationToken">Cancels the request at once, also between pages.</param>
    /// <exception cref="UponAiException">The list failed, or has no end. The error id gives the reason.</exception>
    Task<ListOutcome<Agent>> ListAgentsAsync(int workspaceId, CancellationToken cancellationToken);

    /// <summary>Lists all versions of one agent.</summary>
    /// <param name="agentId">The id of the agent.</param>
    /// <param name="workspaceId">The id of the agent's workspace.</param>
    /// <param name="cancellationToken">Cancels the request at once.</param>
    /// <exception cref="UponAiException">The list failed. The error id gives the reason.</exception>
    Task<ListOutcome<Agent>> ListAgentVersionsAsync(
        string agentId, int workspaceId, CancellationToken cancellationToken);

    /// <summary>Lists the workspaces of the token.</summary>
    /// <param name="cancellationToken">Cancels the request at once.</param>
    /// <exception cref="UponAiException">The list failed. The error id gives the reason.</exception>
    Task<ListOutcome<Workspace>> ListWorkspacesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Adds a description of each attempt to the results of requests, for the debug stream, until the returned object
    /// is disposed of.
    /// </summary>
    IDisposable StartTracing();
}

/// <summary>The result of a list operation.</summary>
public sealed class ListOutcome<T>
{
    /// <summary>Gets all readable rows of the list.</summary>
    public required IReadOnlyList<T> Rows { get; init; }

    /// <summary>Gets the unreadable rows.</summary>
    public IReadOnlyList<UnreadableRow> Unreadable { get; init; } = [];

    /// <summary>Gets the sent requests, for the verbose stream.</summary>
    public required IReadOnlyList<RequestSummary> Requests { get; init; }
}

/// <summary>An unreadable row of a list.</summary>
/// <param name="Name">The number or the id of the row, or null if unreadable.</param>
/// <param name="Error">The error, which names the member and its value.</param>
public sealed record UnreadableRow(string? Name, UponAiException Error);

/// <summary>The platform's response to an assignment.</summary>
public sealed class UpdateOutcome
{
    /// <summary>Gets the number with its new state.</summary>
    public required PhoneNumber PhoneNumber { get; init; }

    /// <summary>Gets the request, for the verbose stream.</summary>
    public required RequestSummary Request { get; init; }

    /// <summary>Gets the differences between the request and the response, each a sentence.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Gets the error if the assignment is stored but calls will not work, else null.</summary>
    public UponAiException? ImportFailure { get; init; }
}

/// <summary>
/// Decides when and whether the attempts of a request may be sent. A request holds a place while an attempt is in
/// flight or waits for the pace of the connection. A request holds no place while waiting for its retry or for an
/// earlier request of its number.
/// </summary>
public interface IRequestGate
{
    /// <summary>Waits for a place. The caller gives the place back with <see cref="Leave"/>.</summary>
    /// <param name="cancellationToken">Ends the wait without a place.</param>
    Task EnterAsync(CancellationToken cancellationToken);

    /// <summary>Allows or refuses an attempt directly before it is sent.</summary>
    /// <exception cref="UponAiException">The attempt must not be sent. The request ends with this error.</exception>
    void OnSending();

    /// <summary>Gives the place back.</summary>
    void Leave();
}
