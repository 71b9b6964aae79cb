namespace UponAi;

/// <summary>
/// One request of a run, as a journal reports it: who changed what, from what to what, and how it ended.
/// </summary>
public sealed class JournalEntry
{
    /// <summary>Gets when the request ended; for an unknown outcome, when it was sent.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the id of the run, or null in lines of version 1.</summary>
    public string? Run { get; init; }

    /// <summary>Gets the number or extension.</summary>
    public required string Number { get; init; }

    /// <summary>Gets how the request ended.</summary>
    public required JournalOutcome Outcome { get; init; }

    /// <summary>
    /// The number before the request, as far as the platform's list said it; null where that is not known.
    /// </summary>
    public PhoneNumber? Before { get; init; }

    /// <summary>Gets the number after the request, as the platform answered; null without such an answer.</summary>
    public PhoneNumber? After { get; init; }

    /// <summary>Gets what was sent, as a row that can be sent again; null in lines of version 1.</summary>
    public PlanRow? Sent { get; init; }

    /// <summary>Gets the id of the error, for example <c>UponAi.NotFound</c>, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the text of the error, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the last HTTP status, or null where no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets how often the request was sent, or null where that is not known.</summary>
    public int? Attempts { get; init; }

    /// <summary>Gets the id that the platform gave the request, or null where it gave none.</summary>
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

    /// <summary>Returns the number and the outcome.</summary>
    public override string ToString() => $"{Number} {Outcome}";
}

/// <summary>The result of a request, as the journal says it.</summary>
public enum JournalOutcome
{
    /// <summary>The platform made the change.</summary>
    Succeeded,
    /// <summary>The platform did not make the change, or calls will not work, or no usable answer came.</summary>
    Failed,
    /// <summary>The platform had the values already, and nothing was sent.</summary>
    Unchanged,
    /// <summary>The run was stopped or killed while the request was in progress.</summary>
    Unknown,
}
