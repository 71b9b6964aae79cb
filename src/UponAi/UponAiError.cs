namespace UponAi;

/// <summary>
/// The errors, each with a stable id: <c>UponAi.</c> followed by the member's name. Scripts match on these ids, so a
/// member is never renamed.
/// </summary>
public enum UponAiError
{
    /// <summary>The platform refused the assignment (400).</summary>
    InvalidAssignment,
    /// <summary>The token is missing, wrong or expired (401).</summary>
    Unauthorized,
    /// <summary>The token may not use this account or workspace (403).</summary>
    Forbidden,
    /// <summary>The number, workspace, account or agent does not exist (404, or not in a list).</summary>
    NotFound,
    /// <summary>There was no response in time, or the platform answered 408.</summary>
    Timeout,
    /// <summary>The platform still answered 429 (too many requests) after every retry.</summary>
    RateLimited,
    /// <summary>The platform answered 5xx on every retry.</summary>
    ServiceUnavailable,
    /// <summary>The platform answered with another status, including redirects, or refused a list.</summary>
    RequestFailed,
    /// <summary>The connection failed: name resolution, refused, reset.</summary>
    ConnectionFailed,
    /// <summary>The secure connection could not be established.</summary>
    TlsFailed,
    /// <summary>The response does not match the contract: not JSON, incomplete, too large.</summary>
    InvalidResponse,
    /// <summary>The platform answered 200 with <c>success: false</c>.</summary>
    UpdateRejected,
    /// <summary>
    /// The assignment is stored, but the telephone platform refused the import, so calls will not work.
    /// </summary>
    PlatformImportFailed,
    /// <summary>The text is neither a phone number nor an extension.</summary>
    InvalidNumber,
    /// <summary>The text or object is not an agent.</summary>
    InvalidAgentRef,
    /// <summary>The weights of a direction's agents do not total 1.</summary>
    InvalidAgentSplit,
    /// <summary>The webhook is not an absolute http or https URL.</summary>
    InvalidWebhookUrl,
    /// <summary>The row and the parameters together change nothing.</summary>
    NothingToSet,
    /// <summary>There is no token, account or workspace to work with.</summary>
    NotConnected,
    /// <summary>The account's sid holds an invisible character, or a character that an address cannot hold.</summary>
    InvalidAccountSid,
    /// <summary>The base address is neither https nor http on loopback.</summary>
    InvalidBaseUri,
    /// <summary>The token cannot be sent as a header.</summary>
    InvalidToken,
    /// <summary>A cell of a row cannot be read.</summary>
    InvalidRow,
    /// <summary>The path of the journal cannot be used, or the file is not a journal.</summary>
    InvalidJournal,
    /// <summary>Another run is writing to the journal.</summary>
    JournalInUse,
    /// <summary>A line could not be written to the journal.</summary>
    JournalFailed,
    /// <summary>
    /// A plan file cannot be read, or is invalid as a whole: its encoding, quoting, columns, repeated numbers.
    /// </summary>
    InvalidPlan,
    /// <summary>A plan file was not written. The previous file is unchanged.</summary>
    PlanNotWritten,
}
