using System.Net;

namespace UponAi.Client.Sending;

/// <summary>
/// The sockets of one connection: pooled, https or loopback only, no redirects, no cookies, compressed answers.
/// </summary>
internal static class Transport
{
    // As many as the widest pipeline has requests in flight.
    private const int SocketsPerServer = 256;

    internal static HttpClient Create(ConnectionSettings settings)
    {
        var http = new HttpClient(Handler(settings)) { Timeout = Timeout.InfiniteTimeSpan };
#if NET
        http.DefaultRequestVersion = HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
        // As text, which a request takes over as it is; of anything else it makes a copy of its own, and text again.
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + BearerToken.Reveal(settings.Token));
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        // On .NET Framework each request would wait for permission to send its few bytes.
        http.DefaultRequestHeaders.ExpectContinue = false;
        return http;
    }

#if NET
    private static SocketsHttpHandler Handler(ConnectionSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = SocketsPerServer,
            EnableMultipleHttp2Connections = true,
            // A long run follows the platform when its address changes.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (settings.Proxy is not null) handler.Proxy = settings.Proxy;
        // What is for this machine stays on it: http would show the token to the system's proxy.
        else if (settings.BaseUri.IsLoopback) handler.UseProxy = false;
        return handler;
    }
#else
    private static HttpClientHandler Handler(ConnectionSettings settings)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = SocketsPerServer,
            // Windows PowerShell's own default still offers what is broken.
            SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
        };
        if (settings.Proxy is not null) handler.Proxy = settings.Proxy;
        else if (settings.BaseUri.IsLoopback) handler.UseProxy = false;
        return handler;
    }
#endif
}
