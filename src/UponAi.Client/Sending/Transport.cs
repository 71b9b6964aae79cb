using System.Net;

namespace UponAi.Client.Sending;

/// <summary>
/// Creates the HTTP client of a connection: pooled sockets, https or loopback only, no redirects, no cookies, and
/// compressed responses.
/// </summary>
internal static class Transport
{
    // The maximum number of requests in flight of one command.
    private const int SocketsPerServer = 256;

    internal static HttpClient Create(ConnectionSettings settings)
    {
        var http = new HttpClient(CreateHandler(settings)) { Timeout = Timeout.InfiniteTimeSpan };
#if NET
        http.DefaultRequestVersion = HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
        // A request uses these texts unchanged. .NET would copy parsed headers for each request and format them again.
        var headers = http.DefaultRequestHeaders;
        headers.TryAddWithoutValidation("Authorization", "Bearer " + BearerToken.Reveal(settings.Token));
        headers.TryAddWithoutValidation("Accept", "application/json");
        headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        // Otherwise each request on .NET Framework would first wait for the permission to send its few bytes.
        headers.ExpectContinue = false;
        return http;
    }

#if NET
    private static SocketsHttpHandler CreateHandler(ConnectionSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = SocketsPerServer,
            EnableMultipleHttp2Connections = true,
            // A long run must notice when the platform's address changes.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (settings.Proxy is not null) handler.Proxy = settings.Proxy;
        // The system's proxy would see the token of an http request.
        else if (settings.BaseUri.IsLoopback) handler.UseProxy = false;
        return handler;
    }
#else
    private static HttpClientHandler CreateHandler(ConnectionSettings settings)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = SocketsPerServer,
            // The default of Windows PowerShell still allows broken versions of TLS.
            SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
        };
        if (settings.Proxy is not null) handler.Proxy = settings.Proxy;
        else if (settings.BaseUri.IsLoopback) handler.UseProxy = false;
        return handler;
    }
#endif
}
