namespace UponAi;

/// <summary>
/// A request of a run in a journal: who changed which number, the values before and after, and the outcome.
/// </summary>
public sealed class JournalEntry
{
    /// <summary>Gets the time when the request ended. For an unknown outcome, the time when it was sent.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the id of the run, or null in lines of version 1.</summary>
    public string? Run { get; init; }

    /// <summary>True for a request of a restore. False in lines of modules that did not mark restores.</summary>
    public bool IsRestore { get; init; }

    /// <summary>Gets the number or extension.</summary>
    public required string Number { get; init; }

    /// <summary>Gets the outcome of the request.</summary>
    public required JournalOutcome Outcome { get; init; }

    /// <summary>
    /// Gets the number before the request, from the platform's list. Null if the list was not available.
    /// </summary>
    public PhoneNumber? Before { get; init; }

    /// <summary>
    /// Gets the number after the request, from the platform's response. Null without such a response.
    /// </summary>
    public PhoneNumber? After { get; init; }

    /// <summary>Gets the sent change as a row, ready to be sent again. Null in lines of version 1.</summary>
    public PlanRow? Sent { get; init; }

    /// <summary>Gets the id of the error, for example <c>UponAi.NotFound</c>, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the text of the error, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the last HTTP status, or null if there was no response.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets how often the request was sent, or null if unknown.</summary>
    public int? Attempts { get; init; }

    /// <summary>Gets the request id from the response, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the response's <c>cf-ray</c>, or null.</summary>
    public string? CfRay { get; init; }

    /// <summary>Gets the response's <c>traceparent</c>, or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Gets the response's <c>Date</c>, or null.</summary>
    public DateTimeOffset? ResponseDate { get; init; }

    /// <summary>Gets the plan file of the row, or null.</summary>
    public string? File { get; init; }

    /// <summary>Gets the line of the plan file, or null.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the name of the user who ran the command, or null in lines of version 1.</summary>
    public string? User { get; init; }

    /// <summary>Gets the name of the machine, or null in lines of version 1.</summary>
    public string? Machine { get; init; }

    /// <summary>Gets the version of the module, or null in lines of version 1.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>Gets the account.</summary>
    public required string AccountSid { get; init; }

    /// <summary>Gets the workspace.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Gets the address of the platform.</summary>
    public required string BaseUri { get; init; }

    /// <summary>
    /// True if the request may have changed the number. False if the number already had the values, if no request was
    /// sent, and if the response to the only attempt says that the platform does not have the number.
    /// </summary>
    internal bool MayHaveChanged =>
        Outcome != JournalOutcome.Unchanged
        && Attempts is not 0
        // An attempt before the one that was answered may have worked.
        && (Attempts > 1 || Error != UponAiException.IdOf(UponAiError.NotFound));

    /// <summary>Returns the number and the outcome.</summary>
    public override string ToString() => $"{Number} {Outcome}";
}

/// <summary>The outcome of a request in a journal.</summary>
public enum JournalOutcome
{
    /// <summary>The platform made the change.</summary>
    Succeeded,
    /// <summary>The platform did not make the change, calls will not work, or no usable response came.</summary>
    Failed,
    /// <summary>The platform already had the values, and nothing was sent.</summary>
    Unchanged,
    /// <summary>The run was stopped or killed while the request was in progress.</summary>
    Unknown,
}
