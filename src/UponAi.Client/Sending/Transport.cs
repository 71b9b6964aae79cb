using System.Net;

namespace UponAi.Client.Sending;

/// <summary>
/// Creates the sender of HTTP requests of a connection: pooled sockets, https or loopback only, no redirects, no
/// cookies, and compressed responses.
/// </summary>
internal static class Transport
{
    // The maximum number of requests in flight of one command.
    private const int SocketsPerServer = 256;

    internal static HttpMessageInvoker Create(ConnectionSettings settings) =>
        new(new DefaultHeaders(settings) { InnerHandler = CreateHandler(settings) });

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

    /// <summary>
    /// Adds the headers and the version of each request. An HttpClient does the same, but also links the cancellation
    /// of each request to a timeout of its own, which the client does not need.
    /// </summary>
    private sealed class DefaultHeaders(ConnectionSettings settings) : DelegatingHandler
    {
        private readonly string authorization = "Bearer " + BearerToken.Reveal(settings.Token);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
#if NET
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
#else
            // Otherwise each request on .NET Framework would first wait for the permission to send its few bytes.
            request.Headers.ExpectContinue = false;
#endif
            // A request uses these texts unchanged. .NET would format parsed headers again for each request.
            var headers = request.Headers;
            headers.TryAddWithoutValidation("Authorization", authorization);
            headers.TryAddWithoutValidation("Accept", "application/json");
            headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
