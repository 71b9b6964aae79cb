namespace UponAi;

/// <summary>
/// The errors. The stable id of an error is <c>UponAi.</c> followed by the member's name. Scripts match these ids, so a
/// member is never renamed. <c>docs/troubleshooting.md</c> repeats these texts, and a test compares them.
/// </summary>
public enum UponAiError
{
    /// <summary>The platform refused the assignment (400).</summary>
    /// <remarks>
    /// <para>Cause: The message repeats the platform's reason, such as an agent or a version that does not
    /// exist.</para>
    /// <para>Fix: Correct the row.</para>
    /// </remarks>
    InvalidAssignment,

    /// <summary>The platform refused the token (401). The rows that follow fail at once, and are not sent.</summary>
    /// <remarks>
    /// <para>Cause: The token is wrong or expired.</para>
    /// <para>Fix: Generate a token in the profile settings at app.uponai.com, and connect again.</para>
    /// </remarks>
    Unauthorized,

    /// <summary>The token may not use this account or workspace (403).</summary>
    /// <remarks>
    /// <para>Cause: <c>AccountSid</c> or <c>WorkspaceId</c> of the connection, the command or the row belongs to
    /// somebody else.</para>
    /// <para>Fix: Use the account and workspace of the token, or a token of that account.</para>
    /// </remarks>
    Forbidden,

    /// <summary>
    /// The number, workspace, account or agent does not exist: the platform answered 404, or its list does not have it.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The number is in another workspace, or a spreadsheet dropped the plus.</para>
    /// <para>Fix: Check the number and the workspace. A number in E.164 form begins with <c>+</c>.</para>
    /// </remarks>
    NotFound,

    /// <summary>
    /// There was no response in time, or the platform answered 408. If the change may have been made, the message says
    /// so.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The network or the platform is slow. If the platform never responded, the rows that follow fail at
    /// once, and are not sent. If it responded before, they wait: see OUTAGES in about_UponAi_Bulk.</para>
    /// <para>Fix: Give more time with <c>-AttemptTimeout</c> and <c>-TotalTimeout</c> of <c>Connect-UponAi</c>.</para>
    /// </remarks>
    Timeout,

    /// <summary>The platform answered 429 (too many requests) until the total timeout was over.</summary>
    /// <remarks>
    /// <para>Cause: Other programs use up the rate limit of the same account.</para>
    /// <para>Fix: Run later, or send fewer requests at a time with <c>-ThrottleLimit</c>. <c>Connect-UponAi</c> can
    /// raise <c>-TotalTimeout</c>.</para>
    /// </remarks>
    RateLimited,

    /// <summary>
    /// The platform answered 5xx on every retry, or was down for longer than the total timeout. If the change may have
    /// been made, the message says so.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The platform has a fault.</para>
    /// <para>Fix: Send the failed rows later.</para>
    /// </remarks>
    ServiceUnavailable,

    /// <summary>
    /// The platform answered with a status that the module does not expect, such as a redirect, or did not return a
    /// list.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The base address points elsewhere, or the platform does not offer the list. Redirects are not
    /// followed, because the token would be sent there.</para>
    /// <para>Fix: If the message names another host, give its address as <c>-BaseUri</c>.</para>
    /// </remarks>
    RequestFailed,

    /// <summary>
    /// The connection to the platform failed. If the change may have been made, the message says so.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The address is wrong, the network is down, or a firewall or a proxy blocks the connection.</para>
    /// <para>Fix: Check the address and the network. <c>-Proxy</c> and <c>-ProxyCredential</c> of <c>Connect-UponAi</c>
    /// name a proxy.</para>
    /// </remarks>
    ConnectionFailed,

    /// <summary>The secure connection could not be established. The request is not retried.</summary>
    /// <remarks>
    /// <para>Cause: The certificate is not trusted here, the clock is wrong, or the server lacks TLS 1.2.</para>
    /// <para>Fix: Correct the clock. If a proxy inspects the traffic, trust its certificate authority on this machine.
    /// Certificates are always checked.</para>
    /// </remarks>
    TlsFailed,

    /// <summary>
    /// The response does not match the contract: it is not JSON, is incomplete or is too large. Whether a change was
    /// made is not known.
    /// </summary>
    /// <remarks>
    /// <para>Cause: A proxy or a login page answers instead of the platform, or the base address is not the address of
    /// the platform.</para>
    /// <para>Fix: Check <c>-BaseUri</c> and the proxy. The message shows how the response begins.</para>
    /// </remarks>
    InvalidResponse,

    /// <summary>The platform answered 200 with <c>success: false</c>, and did not make the change.</summary>
    /// <remarks>
    /// <para>Cause: The message repeats the platform's reason.</para>
    /// <para>Fix: Correct what the reason names, and send the row again.</para>
    /// </remarks>
    UpdateRejected,

    /// <summary>
    /// The assignment is stored, but the telephone platform refused the number, so calls will not work. The command
    /// also returns the number.
    /// </summary>
    /// <remarks>
    /// <para>Cause: <c>PlatformImportErrorMessage</c> of the number says why, and so does the line <c>error</c> of its
    /// table.</para>
    /// <para>Fix: Correct the number at its carrier or in the platform, and send the row again.</para>
    /// </remarks>
    PlatformImportFailed,

    /// <summary>The text is neither a phone number nor an extension, or there is no number.</summary>
    /// <remarks>
    /// <para>Cause: A spreadsheet changed the number to <c>1.41556E+10</c> or rounded it, the country code is
    /// missing, or the cell contains more than a number. Or the row has no column <c>Number</c>.</para>
    /// <para>Fix: Write E.164 with the plus (<c>+14155550100</c>) or an extension (<c>101</c>). Format the column as
    /// text before you save the CSV file.</para>
    /// </remarks>
    InvalidNumber,

    /// <summary>The text or object is not an agent.</summary>
    /// <remarks>
    /// <para>Cause: The id contains something other than letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and <c>:</c>. Or
    /// the version is not a whole number from 0, or the weight is not above 0 and at most 1. Or an object has no
    /// <c>AgentId</c>. Or the text is one that programs write for an empty value or an object, such as NULL or
    /// System.Object[].</para>
    /// <para>Fix: Write <c>agent_id[@version][=weight]</c>, such as <c>agent_a@3=90%</c>, or use
    /// <c>New-UponAiAgentRef</c>.</para>
    /// </remarks>
    InvalidAgentRef,

    /// <summary>The agents of a direction are not a split: different agents whose weights total 100 %.</summary>
    /// <remarks>
    /// <para>Cause: The weights total more or less, an agent occurs twice, some agents have a weight and several
    /// have none, or <c>,</c> separates the agents. Or agents came both through the pipeline and as a parameter.</para>
    /// <para>Fix: Separate agents with <c>;</c>. Give a weight to all agents, to all but one, or to none. The message
    /// says by how much the total is off.</para>
    /// </remarks>
    InvalidAgentSplit,

    /// <summary>The webhook is not an absolute http or https URL.</summary>
    /// <remarks>
    /// <para>Cause: The scheme is missing, or the URL contains spaces.</para>
    /// <para>Fix: Write the whole URL, such as <c>https://example.com/hook</c>. The word <c>none</c> removes the
    /// webhook.</para>
    /// </remarks>
    InvalidWebhookUrl,

    /// <summary>The row and the parameters together change nothing.</summary>
    /// <remarks>
    /// <para>Cause: The cells are blank, and blank cells keep a property. Or the column names are misspelt.</para>
    /// <para>Fix: Write <c>none</c> to clear a property. Look for a warning about a column name.</para>
    /// </remarks>
    NothingToSet,

    /// <summary>The command has no connection that it can use.</summary>
    /// <remarks>
    /// <para>Cause: <c>Connect-UponAi</c> was not called in this runspace, or it got no token, account or workspace.
    /// Jobs and parallel runspaces have their own connections. Or the connection was closed, or <c>-ProxyCredential</c>
    /// was given without <c>-Proxy</c>. Or <c>Restore-UponAiNumberAssignment</c> got a journal of another
    /// address.</para>
    /// <para>Fix: Use <c>Connect-UponAi</c>, the variables <c>UPONAI_TOKEN</c>, <c>UPONAI_ACCOUNT_SID</c> and
    /// <c>UPONAI_WORKSPACE_ID</c>, or <c>-Connection</c>. For a restore, connect to the address that the message
    /// names.</para>
    /// </remarks>
    NotConnected,

    /// <summary>The text is not an account sid.</summary>
    /// <remarks>
    /// <para>Cause: The text is empty, begins or ends with a space or a quotation mark, contains an invisible
    /// character, or consists of dots. Or the text is one that programs write for an empty value, such as
    /// NULL.</para>
    /// <para>Fix: Copy the account sid again from the platform.</para>
    /// </remarks>
    InvalidAccountSid,

    /// <summary>The base address is not a URL to which the token may be sent.</summary>
    /// <remarks>
    /// <para>Cause: The text is not an absolute URL with https, or with http for this machine. Or it is in quotation
    /// marks, or contains a query, a fragment, a user or a password.</para>
    /// <para>Fix: Write an address such as <c>https://api.upon-ai.com</c>. Leave out <c>-BaseUri</c> and
    /// <c>UPONAI_BASE_URI</c> for the address of the platform.</para>
    /// </remarks>
    InvalidBaseUri,

    /// <summary>The text is not a token: it cannot be sent as a header.</summary>
    /// <remarks>
    /// <para>Cause: The token is empty, or was given with quotation marks, a space or a line break.</para>
    /// <para>Fix: Copy the token again, as one run of visible characters.</para>
    /// </remarks>
    InvalidToken,

    /// <summary>The row or one of its cells cannot be used.</summary>
    /// <remarks>
    /// <para>Cause: A cell has the wrong kind of value, or the row is <c>$null</c>. Or two cells contradict each other,
    /// such as a split and a single agent for one direction. Or <c>-IfUnchanged</c> got a row that is not a
    /// comparison.</para>
    /// <para>Fix: Correct the cell of the column that the message names, or keep one of the two. For
    /// <c>-IfUnchanged</c>, pipe the results of <c>Compare-UponAiNumberAssignment</c>.</para>
    /// </remarks>
    InvalidRow,

    /// <summary>The row names an agent without a version, and <c>-RequireVersion</c> was given.</summary>
    /// <remarks>
    /// <para>Cause: Without a version, calls use the latest version, which may be a draft that somebody is
    /// editing.</para>
    /// <para>Fix: Write the version, such as <c>agent_a@3</c>. <c>Get-UponAiAgent agent_a -AllVersions</c> lists the
    /// versions.</para>
    /// </remarks>
    VersionRequired,

    /// <summary>The workspace does not list the agent or its version, and <c>-VerifyAgents</c> was given.</summary>
    /// <remarks>
    /// <para>Cause: The id is misspelt, the agent was deleted, or it belongs to another workspace. The message names
    /// the nearest ids.</para>
    /// <para>Fix: Correct the id or the version. <c>Get-UponAiAgent</c> lists the agents of the workspace.</para>
    /// </remarks>
    UnknownAgent,

    /// <summary>
    /// Somebody changed the number since the comparison, or since the runs to undo. Nothing was sent.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The number no longer has the values that <c>-IfUnchanged</c> or the journal expects. The message
    /// shows both.</para>
    /// <para>Fix: Compare the plan again. <c>Restore-UponAiNumberAssignment -Force</c> overwrites the later
    /// change.</para>
    /// </remarks>
    ChangedSince,

    /// <summary>
    /// The path of the journal cannot be used, the file is not a journal, or the journal lacks what a restore needs.
    /// The file is unchanged.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The path is a folder, a device or a pipe, or is not in the file system. Or its folder does not
    /// exist, or permission is missing. The file belongs to another program or to a newer version of the module. The
    /// journal has no such run or number. For a restore: the journal has no earlier values of a number.</para>
    /// <para>Fix: Give the path of a journal of this module, or for a new journal the path of a file that does not
    /// exist yet. <c>Get-UponAiJournal</c> shows the runs and the values of a journal.</para>
    /// </remarks>
    InvalidJournal,

    /// <summary>Another run is writing to the journal. The command ends.</summary>
    /// <remarks>
    /// <para>Cause: Two runs use the same <c>-JournalPath</c>.</para>
    /// <para>Fix: Wait for the other run, or give each run its own journal.</para>
    /// </remarks>
    JournalInUse,

    /// <summary>
    /// The journal could not be written. Nothing more is sent: the requests in flight end, and the remaining rows are
    /// errors. The first error says why.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The disk is full, or a network share is gone.</para>
    /// <para>Fix: Free some space, and run the same command again. It sends the remaining rows.</para>
    /// </remarks>
    JournalFailed,

    /// <summary>
    /// A plan file cannot be read, its encoding, quoting or columns are invalid, or a number occurs twice.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The encoding is not UTF-8, or a quotation mark is not closed. Or a column is unknown or occurs
    /// twice, or a number occurs twice. Or the file changed while it was read.</para>
    /// <para>Fix: Correct what the message names. <c>Import-UponAiNumberAssignment</c> ignores other columns with
    /// <c>-IgnoreColumn</c>, and leaves out invalid rows with <c>-SkipInvalid</c>.</para>
    /// </remarks>
    InvalidPlan,

    /// <summary>A plan file was not written. An existing file is unchanged.</summary>
    /// <remarks>
    /// <para>Cause: The file exists, its folder does not exist, permission is missing, the disk is full, or the path is
    /// a pipe or a device. Or a row has an error. Or no row came through the pipeline, and an empty plan would
    /// replace a file.</para>
    /// <para>Fix: Use another path, or <c>-Force</c>, or correct the row that the previous error names.</para>
    /// </remarks>
    PlanNotWritten,
}
