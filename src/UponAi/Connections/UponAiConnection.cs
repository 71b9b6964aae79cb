namespace UponAi;

/// <summary>
/// A connection to the platform: its settings, and the requests' shared sockets, made at the first request. Shows everything
/// but the token.
/// </summary>
public sealed class UponAiConnection : IDisposable
{
    private readonly Lazy<IUponAiApi> api;
    private volatile bool disposed;

    internal UponAiConnection(ConnectionSettings settings, Func<ConnectionSettings, IUponAiApi> open)
    {
        Settings = settings;
        api = new Lazy<IUponAiApi>(() => open(settings));
    }

    /// <summary>Where the platform is.</summary>
    public Uri BaseUri => Settings.BaseUri;

    /// <summary>The account that commands use unless told otherwise.</summary>
    public string? AccountSid => Settings.AccountSid;

    /// <summary>The workspace that commands use unless told otherwise.</summary>
    public int? WorkspaceId => Settings.WorkspaceId;

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout => Settings.AttemptTimeout;

    /// <summary>How long one assignment may take, retries included.</summary>
    public TimeSpan TotalTimeout => Settings.TotalTimeout;

    /// <summary>How often a failed attempt is repeated.</summary>
    public int MaximumRetryCount => Settings.MaximumRetryCount;

    /// <summary>True after Disconnect-UponAi.</summary>
    public bool IsClosed => disposed;

    internal ConnectionSettings Settings { get; }

    internal IUponAiApi Api => disposed ? throw Closed() : api.Value;

    internal static UponAiException Closed() =>
        new(UponAiError.NotConnected, "This connection was closed by Disconnect-UponAi; make a new one with Connect-UponAi.");

    /// <summary>Closes the sockets.</summary>
    public void Dispose()
    {
        disposed = true;
        if (api.IsValueCreated) api.Value.Dispose();
    }

    /// <summary>The address and the account.</summary>
    public override string ToString() => AccountSid is null ? BaseUri.ToString() : $"{BaseUri} (account {AccountSid})";
}
