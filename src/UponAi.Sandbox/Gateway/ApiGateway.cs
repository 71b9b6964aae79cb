using UponAi.Sandbox.Responses;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Gateway;

/// <summary>Handles the request of a known caller at one endpoint.</summary>
internal delegate ValueTask<ApiResponse> ApiHandler(HttpContext context, Account caller);

/// <summary>The common steps of all endpoints: authentication, the rate limit, delays and faults.</summary>
internal sealed class ApiGateway(SandboxOptions options, PlatformState platform, RequestCounters counters) : IDisposable
{
    private readonly RequestLimiter rateLimit = new(options.RateLimit, options.Burst);
    private readonly FaultPlan faults = new(options.FaultRate, options.Seed);
    private readonly ResponseSender sender = new(options.SlowBodyDelay, counters);

    public void Dispose() => rateLimit.Dispose();

    /// <summary>Wraps an endpoint so that its requests pass the gateway.</summary>
    internal RequestDelegate Serve(ApiHandler handler) => context => ServeAsync(context, handler);

    private async Task ServeAsync(HttpContext context, ApiHandler handler)
    {
        counters.CountRequest();
        var isSent = false;
        try
        {
            var (response, fault) = await RespondAsync(context, handler);
            // The delay comes after the work, so a caller that gives up does not know whether the change was made.
            if (options.Latency > TimeSpan.Zero) await Task.Delay(options.Latency, context.RequestAborted);
            isSent = await sender.SendAsync(context, response, fault);
        }
        finally
        {
            if (!isSent) counters.CountLost();
        }
    }

    private async ValueTask<(ApiResponse Response, Fault Fault)> RespondAsync(HttpContext context, ApiHandler handler)
    {
        var fault = Fault.None;
        try
        {
            var caller = Authenticate(context.Request);
            rateLimit.Check();
            fault = faults.Next();
            ThrowFor(fault);
            return (await handler(context, caller), fault);
        }
        catch (Refusal refusal)
        {
            return (ApiResponse.Error(refusal), fault);
        }
        catch (BadHttpRequestException e)
        {
            return (ApiResponse.Error(new(e.StatusCode, e.Message)), fault);
        }
    }

    private Account Authenticate(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && platform.FindCaller(header.AsSpan(scheme.Length)) is { } caller)
            return caller;
        throw new Refusal(StatusCodes.Status401Unauthorized, "The bearer token is missing or unknown.")
        {
            Header = new("WWW-Authenticate", "Bearer"),
        };
    }

    private static void ThrowFor(Fault fault)
    {
        if (fault == Fault.TooManyRequests)
            throw new Refusal(StatusCodes.Status429TooManyRequests, "Too many requests.");
        if (fault == Fault.Unavailable)
            throw new Refusal(StatusCodes.Status503ServiceUnavailable, "The service is unavailable.");
    }
}
