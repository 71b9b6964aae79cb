using UponAi.Sandbox.Responses;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Gateway;

/// <summary>Handles the request of a known caller at one endpoint.</summary>
internal delegate ValueTask<ApiResponse> ApiHandler(HttpContext context, Account caller);

/// <summary>The common steps of all endpoints: authentication, limits, delays and faults.</summary>
internal sealed class ApiGateway : IDisposable
{
    private readonly SandboxOptions options;
    private readonly PlatformState platform;
    private readonly RequestCounters counters;
    private readonly RequestLimiter limiter;
    private readonly FaultPlan faults;
    private readonly ResponseSender sender;

    internal ApiGateway(SandboxOptions options, PlatformState platform, RequestCounters counters)
    {
        (this.options, this.platform, this.counters) = (options, platform, counters);
        var clock = new RequestClock(options.Clock);
        (limiter, faults) = (new(options, clock), new(options, clock));
        sender = new(options.SlowBodyDelay, counters);
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Wraps an endpoint so that its requests pass the gateway.</summary>
    internal RequestDelegate Serve(ApiHandler handler) => context => ServeAsync(context, handler);

    private async Task ServeAsync(HttpContext context, ApiHandler handler)
    {
        counters.CountRequest();
        var isSent = false;
        try
        {
            var (response, fault) = await RespondAsync(context, handler);
            isSent = await sender.SendAsync(context, response, fault);
        }
        finally
        {
            if (!isSent) counters.CountLost();
        }
    }

    // The request counts for the limits until its response is sent.
    private async ValueTask<(ApiResponse Response, Fault Fault)> RespondAsync(HttpContext context, ApiHandler handler)
    {
        var fault = Fault.None;
        var delay = options.Latency;
        ApiResponse response;
        IDisposable? entry = null;
        try
        {
            try
            {
                var caller = Authenticate(context.Request);
                if (faults.IsOutage()) ThrowFor(Fault.Unavailable);
                entry = limiter.Enter();
                delay = faults.NextDelay();
                fault = faults.NextFault();
                ThrowFor(fault);
                response = await handler(context, caller);
            }
            catch (Refusal refusal)
            {
                response = ApiResponse.Error(refusal);
            }
            catch (BadHttpRequestException e)
            {
                response = ApiResponse.Error(new(e.StatusCode, e.Message));
            }

            // The delay comes after the work, so a caller that gives up does not know whether the change was made.
            if (delay > TimeSpan.Zero) await Task.Delay(delay, context.RequestAborted);
            return (response, fault);
        }
        finally
        {
            entry?.Dispose();
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
        if (fault == Fault.BadGateway)
            throw new Refusal(StatusCodes.Status502BadGateway, "The gateway got no valid response.");
    }
}
