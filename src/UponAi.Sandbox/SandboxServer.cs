using System.Net;
using UponAi.Sandbox.Api;
using UponAi.Sandbox.Gateway;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox;

/// <summary>
/// A server for the platform's API on 127.0.0.1 that keeps its state in memory. Dispose stops the server.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private const int MaxBodyBytes = 64 * 1024;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication app;
    private readonly ApiGateway gateway;
    private readonly PlatformState platform;
    private readonly RequestCounters counters;

    private SandboxServer(SandboxOptions options)
    {
        Token = options.Token;
        platform = new(options);
        counters = new();
        gateway = new(options, platform, counters);
        app = Build(options.Port);
        app.MapApi(platform, gateway, options.Answers);
        app.MapStatistics(platform, counters);
    }

    /// <summary>Gets the address, with the port in use.</summary>
    public Uri BaseUri => new(app.Urls.Single());

    /// <summary>Gets the token of the default account.</summary>
    public string Token { get; }

    /// <summary>Gets the sid of the default account.</summary>
    public string AccountSid => SandboxIds.AccountSid;

    /// <summary>Gets the first workspace of the default account.</summary>
    public int WorkspaceId => SandboxIds.WorkspaceId;

    /// <summary>Gets the counts of the requests so far.</summary>
    public RequestStatistics Requests => counters.Snapshot();

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problem is { } problem) throw new ArgumentException(problem, nameof(options));

        var server = new SandboxServer(options);
        try
        {
            await server.app.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns the current state of a number, or null if the sandbox does not have the number.</summary>
    /// <param name="number">The number or extension, unescaped.</param>
    public NumberSnapshot? Snapshot(string number) => platform.FindNumber(number)?.Snapshot();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(StopTimeout);
        await app.StopAsync(timeout.Token);
        await app.DisposeAsync();
        gateway.Dispose();
    }

    // An empty builder reads neither environment variables nor an appsettings.json in the current folder.
    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HeldByCaller>();
        return builder.Build();
    }

    /// <summary>Leaves Ctrl+C to the program that started the sandbox.</summary>
    private sealed class HeldByCaller : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
