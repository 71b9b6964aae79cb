namespace UponAi;

/// <summary>
/// The errors. The stable id of an error is <c>UponAi.</c> followed by the member's name. Scripts match these ids, so a
/// member is never renamed. <c>docs/troubleshooting.md</c> repeats these texts, and a test compares them.
/// </summary>
public enum UponAiError
{
    /// <summary>The platform refused the assignment (400).</summary>
    /// <remarks>
    /// <para>Cause: The message repeats the reason of the platform, such as an agent or a version that does not
    /// exist.</para>
    /// <para>Fix: Correct the row.</para>
    /// </remarks>
    InvalidAssignment,

    /// <summary>The platform refused the token (401). The rows that follow fail at once, and are not sent.</summary>
    /// <remarks>
    /// <para>Cause: The token is missing, wrong or expired.</para>
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

    /// <summary>The number, workspace, account or agent does not exist (404, or not in a list).</summary>
    /// <remarks>
    /// <para>Cause: The number is in another workspace, or a spreadsheet dropped the plus.</para>
    /// <para>Fix: Check the number and the workspace. A number in E.164 form begins with <c>+</c>.</para>
    /// </remarks>
    NotFound,

    /// <summary>There was no response in time, or the platform answered 408.</summary>
    /// <remarks>
    /// <para>Cause: The network or the platform is slow. The rows that follow fail at once until a trial request is
    /// answered.</para>
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

    /// <summary>The platform answered 5xx on every retry.</summary>
    /// <remarks>
    /// <para>Cause: The platform has a fault.</para>
    /// <para>Fix: Send the failed rows later.</para>
    /// </remarks>
    ServiceUnavailable,

    /// <summary>The platform answered with another status, including redirects, or refused a list.</summary>
    /// <remarks>
    /// <para>Cause: The base address points elsewhere. Redirects are not followed, because the token would go
    /// along.</para>
    /// <para>Fix: Give the final address as <c>-BaseUri</c>.</para>
    /// </remarks>
    RequestFailed,

    /// <summary>The connection failed: name resolution, refused, reset.</summary>
    /// <remarks>
    /// <para>Cause: The address, the network, a firewall or a proxy.</para>
    /// <para>Fix: Check them. <c>-Proxy</c> and <c>-ProxyCredential</c> of <c>Connect-UponAi</c> name a proxy.</para>
    /// </remarks>
    ConnectionFailed,

    /// <summary>The secure connection could not be established. The request is not retried.</summary>
    /// <remarks>
    /// <para>Cause: The certificate is not trusted here, the clock is wrong, or the server lacks TLS 1.2.</para>
    /// <para>Fix: Certificates are always checked. Trust the certificate authority of an inspecting proxy on this
    /// machine.</para>
    /// </remarks>
    TlsFailed,

    /// <summary>
    /// The response does not match the contract: not JSON, incomplete, too large. Whether the change was made is not
    /// known.
    /// </summary>
    /// <remarks>
    /// <para>Cause: A proxy or a login page answers instead of the platform, or the base address is not the address
    /// of the platform.</para>
    /// <para>Fix: Check <c>-BaseUri</c> and the proxy. The message shows how the response begins.</para>
    /// </remarks>
    InvalidResponse,

    /// <summary>The platform answered 200 with <c>success: false</c>, and did not make the change.</summary>
    /// <remarks>
    /// <para>Cause: The message repeats the reason of the platform.</para>
    /// <para>Fix: Remove the reason, and send the row again.</para>
    /// </remarks>
    UpdateRejected,

    /// <summary>
    /// The assignment is stored, but the telephone platform refused the import, so calls will not work. The command
    /// also returns the number.
    /// </summary>
    /// <remarks>
    /// <para>Cause: <c>PlatformImportErrorMessage</c> of the number says why, and so does the line <c>error</c> of
    /// its table.</para>
    /// <para>Fix: Correct the number at its carrier or in the platform, and send the row again.</para>
    /// </remarks>
    PlatformImportFailed,

    /// <summary>The text is neither a phone number nor an extension.</summary>
    /// <remarks>
    /// <para>Cause: A spreadsheet changed the number to <c>1.41556E+10</c> or rounded it, the form only works
    /// inside a country, or the cell contains more than a number.</para>
    /// <para>Fix: Write E.164 with the plus (<c>+14155550100</c>) or an extension (<c>101</c>). Format the column
    /// as text before you save the CSV file.</para>
    /// </remarks>
    InvalidNumber,

    /// <summary>The text or object is not an agent.</summary>
    /// <remarks>
    /// <para>Cause: The id contains something other than letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and
    /// <c>:</c>, the version is not a whole number from 0, an object has no <c>AgentId</c>, or another program
    /// wrote the text for an empty value or an object.</para>
    /// <para>Fix: Write <c>agent_id[@version][=weight]</c>, such as <c>agent_a@3=90%</c>, or use
    /// <c>New-UponAiAgentRef</c>.</para>
    /// </remarks>
    InvalidAgentRef,

    /// <summary>The weights of a direction's agents do not total 100 %.</summary>
    /// <remarks>
    /// <para>Cause: The weights total more or less, an agent occurs twice, several agents lack a weight that others
    /// have, or <c>,</c> separates the agents.</para>
    /// <para>Fix: Separate agents with <c>;</c>. Give a weight to all agents, to all but one, or to none. The
    /// message says by how much the total is off.</para>
    /// </remarks>
    InvalidAgentSplit,

    /// <summary>The webhook is not an absolute http or https URL.</summary>
    /// <remarks>
    /// <para>Cause: The scheme is missing, or the URL contains blanks.</para>
    /// <para>Fix: Write the whole URL, such as <c>https://example.com/hook</c>. The word <c>none</c> removes the
    /// webhook.</para>
    /// </remarks>
    InvalidWebhookUrl,

    /// <summary>The row and the parameters together change nothing.</summary>
    /// <remarks>
    /// <para>Cause: The cells are blank, and blank cells leave a property alone. Or the column names are
    /// misspelt.</para>
    /// <para>Fix: Write <c>none</c> to clear a property. Look for a warning about a column name.</para>
    /// </remarks>
    NothingToSet,

    /// <summary>There is no token, account or workspace to work with, or the connection was closed.</summary>
    /// <remarks>
    /// <para>Cause: <c>Connect-UponAi</c> was not called in this runspace. Jobs and parallel runspaces have their
    /// own connections.</para>
    /// <para>Fix: Use <c>Connect-UponAi</c>, the variables <c>UPONAI_TOKEN</c>, <c>UPONAI_ACCOUNT_SID</c> and
    /// <c>UPONAI_WORKSPACE_ID</c>, or <c>-Connection</c>.</para>
    /// </remarks>
    NotConnected,

    /// <summary>
    /// The account's sid contains an invisible character, or a character that an address cannot hold.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The sid is empty, consists of dots, or was given with quotation marks or an invisible
    /// character.</para>
    /// <para>Fix: Copy the account sid again from the platform.</para>
    /// </remarks>
    InvalidAccountSid,

    /// <summary>The base address is neither https nor http on loopback.</summary>
    /// <remarks>
    /// <para>Cause: The address is http on another machine, or contains a query, a user or a password.</para>
    /// <para>Fix: Write an address such as <c>https://api.upon-ai.com</c>. Leave out <c>-BaseUri</c> and
    /// <c>UPONAI_BASE_URI</c> for the address of the platform.</para>
    /// </remarks>
    InvalidBaseUri,

    /// <summary>The token cannot be sent as a header.</summary>
    /// <remarks>
    /// <para>Cause: The token is empty, or was given with quotation marks, a blank or a line break.</para>
    /// <para>Fix: Copy the token again, as one run of visible characters.</para>
    /// </remarks>
    InvalidToken,

    /// <summary>A cell of a row cannot be read, or two cells contradict each other.</summary>
    /// <remarks>
    /// <para>Cause: The row has a split and also a single agent for one direction, a value that must be true or false
    /// is other text, or the row is <c>$null</c>.</para>
    /// <para>Fix: The message names the column. Correct the cell, or keep one of the two.</para>
    /// </remarks>
    InvalidRow,

    /// <summary>
    /// The row names an agent without a version, and <c>-RequireVersion</c> was given. Nothing was sent for the row.
    /// </summary>
    /// <remarks>
    /// <para>Cause: Without a version, calls use the latest one, which may be a draft that somebody is editing.
    /// Published versions never change.</para>
    /// <para>Fix: Write the version, such as <c>agent_a@3</c>. <c>Get-UponAiAgent agent_a -AllVersions</c> lists
    /// the versions.</para>
    /// </remarks>
    VersionRequired,

    /// <summary>
    /// The workspace does not list the agent or its version, and <c>-VerifyAgents</c> was given. Nothing was sent for
    /// the row.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The id is misspelt, the agent was deleted, or it belongs to another workspace. The message
    /// names the nearest ids.</para>
    /// <para>Fix: Correct the id or the version. <c>Get-UponAiAgent</c> lists the agents of the workspace.</para>
    /// </remarks>
    UnknownAgent,

    /// <summary>
    /// Somebody changed the number since the comparison, or since the run to undo. Nothing was sent.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The number no longer has what <c>-IfUnchanged</c> or the journal expects. The message shows
    /// both.</para>
    /// <para>Fix: Compare the plan again. <c>Restore-UponAiNumberAssignment -Force</c> overwrites the later
    /// change.</para>
    /// </remarks>
    ChangedSince,

    /// <summary>
    /// The path of the journal cannot be used, or the file is not a journal. The command ends, and the file is
    /// unchanged.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The path is a folder, a device, a pipe or a socket, or is not in the file system, permission is
    /// missing, or the file belongs to another program or to a newer version of the module.</para>
    /// <para>Fix: Give the path of a journal of this module, or of a file that does not exist yet.</para>
    /// </remarks>
    InvalidJournal,

    /// <summary>Another run is writing to the journal. The command ends.</summary>
    /// <remarks>
    /// <para>Cause: Two runs use the same <c>-JournalPath</c>.</para>
    /// <para>Fix: Wait for the other run, or give each run its own journal.</para>
    /// </remarks>
    JournalInUse,

    /// <summary>
    /// The journal could not be written. Nothing more is sent: the requests in flight end, and the rows that are left
    /// are errors. The first error says why.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The disk is full, or a network share is gone.</para>
    /// <para>Fix: Free some space, and run the same command again. It sends what is left.</para>
    /// </remarks>
    JournalFailed,

    /// <summary>
    /// A plan file cannot be read, or is invalid as a whole: its encoding, quoting, columns, repeated numbers.
    /// </summary>
    /// <remarks>
    /// <para>Cause: The encoding is not UTF-8, a quotation mark is not closed, a column is unknown or occurs twice,
    /// a number occurs twice, or the file changed while it was read.</para>
    /// <para>Fix: The message says where and what. <c>Import-UponAiNumberAssignment</c> skips foreign columns with
    /// <c>-IgnoreColumn</c> and invalid rows with <c>-SkipInvalid</c>.</para>
    /// </remarks>
    InvalidPlan,

    /// <summary>A plan file was not written. The previous file is unchanged.</summary>
    /// <remarks>
    /// <para>Cause: The file exists, the folder does not, permission is missing, the disk is full, the path is a
    /// pipe or a device, no row came for a file that exists, or a row cannot be in a plan.</para>
    /// <para>Fix: Use another path, or <c>-Force</c>, or correct the row that the previous error names.</para>
    /// </remarks>
    PlanNotWritten,
}
