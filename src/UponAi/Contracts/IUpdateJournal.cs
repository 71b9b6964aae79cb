namespace UponAi;

/// <summary>
/// The record of the requests of a run in a file. The file is an audit trail, and the next run skips the requests
/// listed as done. Safe to use from several threads.
/// </summary>
/// <remarks>
/// After a line could not be written, the journal writes nothing more, and <see cref="RecordSending"/> throws for
/// every further request.
/// </remarks>
public interface IUpdateJournal : IDisposable
{
    /// <summary>
    /// Adds the current state of an account's numbers. The journal records this state as the state before each request.
    /// </summary>
    void AddCurrentNumbers(string accountSid, IEnumerable<PhoneNumber> numbers);

    /// <summary>
    /// Returns true if the last request of the number in the journal is exactly this request, and succeeded or had
    /// nothing to change. While a request of the number is unfinished, none is done. After a failed request or an
    /// unknown outcome, none is done either, even if an earlier request succeeded.
    /// </summary>
    bool IsDone(JournalledRequest request);

    /// <summary>
    /// Notes in memory that a request waits to be sent. Until its outcome is recorded, no request for the same number
    /// counts as done.
    /// </summary>
    void Begin(JournalledRequest request);

    /// <summary>
    /// Writes a line with an unknown outcome before the request is sent. The line remains if the process is killed
    /// before the response.
    /// </summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalFailed"/>: the line could not be written, and the request must not be sent.
    /// </exception>
    void RecordSending(JournalledRequest request);

    /// <summary>Writes the outcome of the request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="summary">The HTTP request, or null if no request was sent.</param>
    /// <param name="after">The number after the request, or null if not reported.</param>
    /// <param name="failure">The error, or null.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalFailed"/>: the line could not be written. Thrown only for the first such line. The
    /// line of <see cref="RecordSending"/> still has the unknown outcome.
    /// </exception>
    void RecordOutcome(
        JournalledRequest request,
        JournalOutcome outcome,
        RequestSummary? summary,
        PhoneNumber? after,
        UponAiException? failure);
}
