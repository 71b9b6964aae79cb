namespace UponAi;

/// <summary>The result of <c>Test-UponAiConnection</c>.</summary>
public sealed class ConnectionTest
{
    private readonly List<string> problems = [];

    /// <summary>Gets the result for the token.</summary>
    public CheckState Token { get; internal set; }

    /// <summary>Gets the result for listing the numbers of the account.</summary>
    public CheckState Account { get; internal set; }

    /// <summary>Gets the result for listing the agents of the workspace.</summary>
    public CheckState Workspace { get; internal set; }

    /// <summary>True if the token, the account and the workspace of the connection passed.</summary>
    public bool IsSuccess =>
        Token == CheckState.Passed
        && (AccountSid is null || Account == CheckState.Passed)
        && (WorkspaceId is null || Workspace == CheckState.Passed);

    /// <summary>Gets the account of the connection, or null.</summary>
    public string? AccountSid { get; internal set; }

    /// <summary>Gets the workspace of the connection, or null.</summary>
    public int? WorkspaceId { get; internal set; }

    /// <summary>Gets the address of the platform, or null without a connection.</summary>
    public Uri? BaseUri { get; internal set; }

    /// <summary>Gets the proxy, or null if the requests go directly to the platform.</summary>
    public Uri? Proxy { get; internal set; }

    /// <summary>Gets how long the test took.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>Gets the problems, each with its fix.</summary>
    public IReadOnlyList<string> Problems => problems;

    internal void Add(string problem) => problems.Add(problem);
}

/// <summary>The result of a check.</summary>
public enum CheckState
{
    /// <summary>Not checked, or the response does not tell.</summary>
    Unknown,
    /// <summary>The platform accepted the request.</summary>
    Passed,
    /// <summary>The platform refused the request.</summary>
    Failed,
}
