namespace UponAi;

/// <summary>What became of the requests of a run, on file, so that the run can be begun again. Safe to use from several threads.</summary>
public interface IUpdateJournal : IDisposable
{
    /// <summary>True when the last thing known of the number is that exactly this request succeeded, or that nothing was left for it to do.</summary>
    bool IsDone(NumberAssignment assignment, NumberLocation scope);

    /// <summary>From now on what is known of the number no longer counts, until the request has finished.</summary>
    void Starting(NumberAssignment assignment, NumberLocation scope);

    /// <summary>The request goes out now. What succeeded before no longer counts even if the process is killed before the request has finished.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.JournalFailed"/>: that could not be written, and the request must not go out.</exception>
    void Sending(NumberAssignment assignment, NumberLocation scope);

    /// <summary>Writes a line, at once.</summary>
    /// <param name="outcome">How the request ended.</param>
    /// <param name="statusCode">The HTTP status, where there was an answer.</param>
    /// <param name="failure">What went wrong, where something did.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.JournalFailed"/>: the line could not be written.</exception>
    void Finished(NumberAssignment assignment, NumberLocation scope, JournalOutcome outcome, int? statusCode, UponAiError? failure);
}
