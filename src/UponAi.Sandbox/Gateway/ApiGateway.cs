using UponAi.Sandbox.Answers;
using UponAi.Sandbox.Requests;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Gateway;

/// <summary>Does the work of one endpoint for a known caller.</summary>
internal delegate ValueTask<Answer> ApiHandler(HttpContext context, Account caller);

/// <summary>Stands before every endpoint: who calls, how often, how late the answer is and whether it arrives.</summary>
internal sealed class ApiGateway(SandboxOptions options, PlatformState platform, RequestCounters counters) : IDisposable
{
    private readonly RateLimit rateLimit = new(options.RateLimit, options.Burst);
    private readonly FaultPlan faults = new(options.FaultRate, options.Seed);
    private readonly AnswerSender sender = new(options.SlowBodyDelay, counters);

    public void Dispose() => rateLimit.Dispose();

    /// <summary>Puts the gateway before an endpoint.</summary>
    internal RequestDelegate Serve(ApiHandler handler) => context => ServeAsync(context, handler);

    private async Task ServeAsync(HttpContext context, ApiHandler handler)
    {
        counters.Arrived();
        var isAnswered = false;
        try
        {
            var (answer, fault) = await AnswerAsync(context, handler);
            // After the work, so that a caller who gives up does not know whether it was done.
            if (options.Latency > TimeSpan.Zero) await Task.Delay(options.Latency, context.RequestAborted);
            isAnswered = await sender.SendAsync(context, answer, fault);
        }
        finally
        {
            if (!isAnswered) counters.Lost();
        }
    }

    private async ValueTask<(Answer Answer, Fault Fault)> AnswerAsync(HttpContext context, ApiHandler handler)
    {
        var fault = Fault.None;
        try
        {
            var caller = Authenticate(context.Request);
            rateLimit.Check();
            fault = faults.Next();
            RefuseFor(fault);
            return (await handler(context, caller), fault);
        }
        catch (Refusal refusal)
        {
            return (Answer.Error(refusal), fault);
        }
        catch (BadHttpRequestException e)
        {
            return (Answer.Error(new(e.StatusCode, e.Message)), fault);
        }
    }

    private Account Authenticate(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && platform.FindCaller(header.AsSpan(scheme.Length)) is { } caller) return caller;
        throw new Refusal(StatusCodes.Status401Unauthorized, "The bearer token is missing or unknown.") { Header = new("WWW-Authenticate", "Bearer") };
    }

    private static void RefuseFor(Fault fault)
    {
        if (fault == Fault.TooManyRequests) throw new Refusal(StatusCodes.Status429TooManyRequests, "Too many requests.");
        if (fault == Fault.Unavailable) throw new Refusal(StatusCodes.Status503ServiceUnavailable, "The service is unavailable.");
    }
}
