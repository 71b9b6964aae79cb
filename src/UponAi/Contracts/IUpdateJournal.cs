namespace UponAi;

/// <summary>
/// A file that records the results of a run's requests, so that the run can be repeated without the finished ones. Safe
/// to use from several threads.
/// </summary>
public interface IUpdateJournal : IDisposable
{
    /// <summary>
    /// Returns true if the last record of the number says that this same request succeeded, or that it had nothing to
    /// change.
    /// </summary>
    bool IsDone(NumberAssignment assignment, NumberLocation scope);

    /// <summary>
    /// Marks a request as started. Until it has finished, earlier records of the number no longer count.
    /// </summary>
    void Starting(NumberAssignment assignment, NumberLocation scope);

    /// <summary>
    /// Records that the request is about to be sent. From here on an earlier success for the same number no longer
    /// counts as done, even if the process is killed.
    /// </summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalFailed"/>: the record could not be written, and the request must not be sent.
    /// </exception>
    void Sending(NumberAssignment assignment, NumberLocation scope);

    /// <summary>Writes the result of a request at once.</summary>
    /// <param name="assignment">The assignment of the request.</param>
    /// <param name="scope">The account and the workspace of the number.</param>
    /// <param name="outcome">The result of the request.</param>
    /// <param name="statusCode">The HTTP status, or null if there was no response.</param>
    /// <param name="failure">The error, or null.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.JournalFailed"/>.</exception>
    void Finished(
        NumberAssignment assignment, NumberLocation scope, JournalOutcome outcome, int? statusCode,
            UponAiError? failure);
}

/// <summary>The result of a request, for the journal.</summary>
public enum JournalOutcome
{
    /// <summary>The platform made the change.</summary>
    Succeeded,
    /// <summary>The platform did not make the change, or calls will not work.</summary>
    Failed,
    /// <summary>The platform had the values already, and nothing was sent.</summary>
    Unchanged,
    /// <summary>The run was stopped while the request was in progress.</summary>
    Unknown,
}
