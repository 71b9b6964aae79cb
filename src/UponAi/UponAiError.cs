namespace UponAi;

/// <summary>
/// Everything that can go wrong, each with a stable id: <c>UponAi.</c> followed by the member's name.
/// Scripts match on these ids; a member is never renamed.
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
    /// <summary>No answer in time, or the platform said 408.</summary>
    Timeout,
    /// <summary>Still too many requests (429) after every retry.</summary>
    RateLimited,
    /// <summary>The platform failed (5xx) on every retry.</summary>
    ServiceUnavailable,
    /// <summary>Any other status, redirects included, or a list that the platform refuses.</summary>
    RequestFailed,
    /// <summary>No connection: name resolution, refused, reset.</summary>
    ConnectionFailed,
    /// <summary>The secure connection could not be established.</summary>
    TlsFailed,
    /// <summary>The answer is not what the contract says: not JSON, cut off, too large.</summary>
    InvalidResponse,
    /// <summary>The platform answered 200 with <c>success: false</c>.</summary>
    UpdateRejected,
    /// <summary>Stored, but the telephone platform refused the import: calls will not work.</summary>
    PlatformImportFailed,
    /// <summary>The text is neither a phone number nor an extension.</summary>
    InvalidNumber,
    /// <summary>The text or object is not an agent.</summary>
    InvalidAgentRef,
    /// <summary>The agents of a direction do not make a split that totals 1.</summary>
    InvalidAgentSplit,
    /// <summary>The webhook is not an absolute http or https URL.</summary>
    InvalidWebhookUrl,
    /// <summary>The row and the parameters together change nothing.</summary>
    NothingToSet,
    /// <summary>No token, account or workspace to work with.</summary>
    NotConnected,
    /// <summary>The account's sid holds what cannot be seen, or cannot be part of an address.</summary>
    InvalidAccountSid,
    /// <summary>The base address is not https, nor http on loopback.</summary>
    InvalidBaseUri,
    /// <summary>The token cannot be sent as a header.</summary>
    InvalidToken,
    /// <summary>A cell of a row cannot be read.</summary>
    InvalidRow,
    /// <summary>The journal's path cannot be used, or the file is not a journal.</summary>
    InvalidJournal,
    /// <summary>Another run writes to the journal.</summary>
    JournalInUse,
    /// <summary>A line could not be written to the journal.</summary>
    JournalFailed,
    /// <summary>A plan file cannot be read, or not understood as a whole: its encoding, quoting, columns, doubled numbers.</summary>
    InvalidPlan,
    /// <summary>A plan file was not written; what was there before still is.</summary>
    PlanNotWritten,
}
