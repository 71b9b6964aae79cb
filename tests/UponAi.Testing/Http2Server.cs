using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace UponAi.Testing;

/// <summary>An HTTP/2 server over TLS without older protocols.</summary>
public sealed class Http2Server : IFaultyPlatform
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> protocols = new();
    private readonly Func<int, HttpContext, Task> answer;
    private int requests;

    private Http2Server(X509Certificate2 certificate, Func<int, HttpContext, Task> answer)
    {
        this.answer = answer;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.UseHttps(certificate);
            }));
        builder.Services.AddSingleton<IHostLifetime, HeldByCaller>();
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <inheritdoc/>
    public Uri BaseUri => new(app.Urls.Single());

    /// <summary>The protocols of the requests so far, such as <c>HTTP/2</c>.</summary>
    public IReadOnlyCollection<string> Protocols => [.. protocols];

    /// <summary>Answers each request with JSON.</summary>
    public static Task<Http2Server> AnsweringAsync(X509Certificate2 certificate, string json) =>
        StartAsync(certificate, (_, context) => SendAsync(context, json));

    /// <summary>Resets the stream of the first requests, and answers those after them.</summary>
    /// <param name="certificate">The certificate of the server.</param>
    /// <param name="count">The number of requests to reset.</param>
    /// <param name="json">The response to the later requests.</param>
    public static Task<Http2Server> ResettingAsync(X509Certificate2 certificate, int count, string json) =>
        StartAsync(certificate, (request, context) =>
    {
        if (request > count) return SendAsync(context, json);
        // INTERNAL_ERROR, after which no client sends the request again by itself.
        context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(2);
        return Task.CompletedTask;
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<Http2Server> StartAsync(X509Certificate2 certificate, Func<int, HttpContext, Task> answer)
    {
        var server = new Http2Server(certificate, answer);
        await server.app.StartAsync();
        return server;
    }

    private static Task SendAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private Task AnswerAsync(HttpContext context)
    {
        protocols.Enqueue(context.Request.Protocol);
        return answer(Interlocked.Increment(ref requests), context);
    }

    /// <summary>Leaves Ctrl+C to the test runner.</summary>
    private sealed class HeldByCaller : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
