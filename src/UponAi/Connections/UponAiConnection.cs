using System.Reflection;

namespace UponAi;

/// <summary>
/// A connection to the platform: the settings, and the sockets that its requests share. The sockets open with the first
/// request. No property shows the token.
/// </summary>
public sealed class UponAiConnection : IDisposable
{
    /// <summary>The version of this module, for the User-Agent header and the journal.</summary>
    internal static readonly string ModuleVersion =
        typeof(UponAiConnection).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private readonly Lazy<IUponAiApi> api;
    private volatile bool disposed;

    internal UponAiConnection(ConnectionSettings settings, Func<ConnectionSettings, IUponAiApi> open)
    {
        Settings = settings;
        api = new Lazy<IUponAiApi>(() => open(settings));
    }

    /// <summary>Gets the address of the platform.</summary>
    public Uri BaseUri => Settings.BaseUri;

    /// <summary>Gets the default account of the commands.</summary>
    public string? AccountSid => Settings.AccountSid;

    /// <summary>Gets the default workspace of the commands.</summary>
    public int? WorkspaceId => Settings.WorkspaceId;

    /// <summary>Gets the time limit for an attempt.</summary>
    public TimeSpan AttemptTimeout => Settings.AttemptTimeout;

    /// <summary>Gets the time limit for an assignment, including its retries.</summary>
    public TimeSpan TotalTimeout => Settings.TotalTimeout;

    /// <summary>Gets how often a failed attempt is repeated.</summary>
    public int MaximumRetryCount => Settings.MaximumRetryCount;

    /// <summary>True if the connection was closed.</summary>
    public bool IsClosed => disposed;

    internal ConnectionSettings Settings { get; }

    internal IUponAiApi Api => disposed ? throw Closed() : api.Value;

    internal static UponAiException Closed() =>
        new(UponAiError.NotConnected, "This connection was closed. Connect again to get a new one.");

    /// <summary>Closes the sockets.</summary>
    public void Dispose()
    {
        disposed = true;
        if (api.IsValueCreated) api.Value.Dispose();
    }

    /// <summary>Returns the address and the account.</summary>
    public override string ToString() => AccountSid is null ? BaseUri.ToString() : $"{BaseUri} (account {AccountSid})";
}
