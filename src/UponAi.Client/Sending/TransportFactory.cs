using System.Net;

namespace UponAi.Client.Sending;

/// <summary>
/// Creates the sender of HTTP requests for the <see cref="RequestSender"/> of a connection: pooled sockets, no
/// redirects, no cookies, and compressed responses. The base address is already checked: https, or http on loopback.
/// </summary>
internal static class TransportFactory
{
    // An HttpClient would also add a timeout to each request, which the RequestSender does itself.
    internal static HttpMessageInvoker Create(ConnectionSettings settings) =>
        new(new RequestDefaults(settings) { InnerHandler = CreateHandler(settings) });

#if NET
    private static SocketsHttpHandler CreateHandler(ConnectionSettings settings) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxConnectionsPerServer = ConnectionSettings.MaxRequestsInFlight,
        EnableMultipleHttp2Connections = true,
        // A long run must notice when the platform's address changes. .NET Framework has no such setting for a handler.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        Proxy = settings.Proxy,
        UseProxy = UsesProxy(settings),
    };
#else
    private static HttpClientHandler CreateHandler(ConnectionSettings settings) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        MaxConnectionsPerServer = ConnectionSettings.MaxRequestsInFlight,
        // The default of Windows PowerShell still allows broken versions of TLS.
        SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
        Proxy = settings.Proxy,
        UseProxy = UsesProxy(settings),
    };
#endif

    // Without a proxy in the settings, the system's proxy is used. Loopback never uses it, because the proxy would see
    // the token of an http request, which only loopback may get.
    private static bool UsesProxy(ConnectionSettings settings) =>
        settings.Proxy is not null || !settings.BaseUri.IsLoopback;

    /// <summary>Adds the headers and the version of each request.</summary>
    private sealed class RequestDefaults(ConnectionSettings settings) : DelegatingHandler
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
            // Without validation, .NET does not parse these texts and format them again for each request.
            var headers = request.Headers;
            headers.TryAddWithoutValidation("Authorization", authorization);
            headers.TryAddWithoutValidation("Accept", "application/json");
            headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
