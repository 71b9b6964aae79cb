using System.Net;
using UponAi.Sandbox.Api;
using UponAi.Sandbox.Gateway;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox;

/// <summary>The platform's API on 127.0.0.1, with its state in memory. Disposing stops it.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private const int LargestBody = 64 * 1024;
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
        app.MapApi(platform, gateway);
        app.MapStatistics(platform, counters);
    }

    /// <summary>The address, with the port that was taken.</summary>
    public Uri BaseUri => new(app.Urls.Single());

    /// <summary>The token of the default account.</summary>
    public string Token { get; }

    /// <summary>The default account.</summary>
    public string AccountSid => SandboxSeed.AccountSid;

    /// <summary>The first workspace of the default account.</summary>
    public int WorkspaceId => SandboxSeed.WorkspaceId;

    /// <summary>Counts of the requests so far.</summary>
    public RequestStatistics Requests => counters.Snapshot();

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
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

    /// <summary>A number as it is now, or null when there is none of that name.</summary>
    /// <param name="number">The number or extension, unescaped.</param>
    public NumberSnapshot? Snapshot(string number) => platform.FindNumber(number)?.Snapshot();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var giveUp = new CancellationTokenSource(StopTimeout);
        await app.StopAsync(giveUp.Token);
        await app.DisposeAsync();
        gateway.Dispose();
    }

    // Empty, so that neither environment variables nor an appsettings.json in the current folder change how it behaves.
    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
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
