namespace UponAi;

/// <summary>
/// The file of what a run did: an audit trail, and what the next run needs to go on where this one ended. Safe to use
/// from several threads.
/// </summary>
/// <remarks>
/// Once a line could not be written, the journal writes nothing more, and <see cref="Sending"/> refuses every further
/// request.
/// </remarks>
public interface IUpdateJournal : IDisposable
{
    /// <summary>Adds what the platform lists for an account, so that lines can say what a number had before.</summary>
    void AddCurrentNumbers(string accountSid, IEnumerable<PhoneNumber> numbers);

    /// <summary>
    /// True if the last line for the number says that exactly this request succeeded, or that nothing was left for it
    /// to do.
    /// </summary>
    bool IsDone(JournalledRequest request);

    /// <summary>
    /// Records that a request waits for its turn. Until it has finished, no request for the same number is done.
    /// </summary>
    void Starting(JournalledRequest request);

    /// <summary>
    /// Writes, before the request is sent, that its outcome is unknown. If the process is killed while the request is
    /// under way, this line remains.
    /// </summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalFailed"/>: the line could not be written, and the request must not be sent.
    /// </exception>
    void Sending(JournalledRequest request);

    /// <summary>Writes how the request ended.</summary>
    /// <param name="request">The request.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="summary">The HTTP request, or null where none was made.</param>
    /// <param name="after">The number after the request, or null where the platform did not say.</param>
    /// <param name="failure">What went wrong, or null.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalFailed"/>: the line could not be written. It is thrown for the first such line
    /// only; the line that
    /// <see cref="Sending"/> wrote says that the outcome is unknown.
    /// </exception>
    void Finished(
        JournalledRequest request,
        JournalOutcome outcome,
        RequestSummary? summary,
        PhoneNumber? after,
        UponAiException? failure);
}
