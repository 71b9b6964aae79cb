using System.Buffers;
using UponAi.Sandbox.Responses;

namespace UponAi.Sandbox.Gateway;

/// <summary>Sends a response, or the part of it that a fault allows.</summary>
internal sealed class ResponseSender(TimeSpan slowBodyDelay, RequestCounters counters)
{
    /// <summary>
    /// Sends the response. Returns true if the server took the complete response. Counts the response before its last
    /// byte leaves, so that a caller with the whole response finds the new count.
    /// </summary>
    internal async Task<bool> SendAsync(HttpContext context, ApiResponse response, Fault fault)
    {
        if (fault == Fault.Reset)
        {
            context.Abort();
            return false;
        }

        using var parts = response.Body.GetEnumerator();
        parts.MoveNext();
        var part = parts.Current;

        WriteHead(context.Response, response);
        // Kestrel closes the connection of a body that is shorter than the announced length.
        if (fault == Fault.Truncated) context.Response.ContentLength = part.Length;
        var output = context.Response.BodyWriter;

        if (fault is Fault.Truncated or Fault.Slow)
        {
            var half = part.Length / 2;
            await output.WriteAsync(part[..half], context.RequestAborted);
            if (fault == Fault.Truncated) return false;

            await Task.Delay(slowBodyDelay, context.RequestAborted);
            part = part[half..];
        }

        output.Write(part.Span);
        while (parts.MoveNext())
        {
            await output.FlushAsync(context.RequestAborted);
            output.Write(parts.Current.Span);
        }

        counters.CountResponse(response.Status);
        response.HandedOver?.Invoke();
        await output.FlushAsync(CancellationToken.None);
        return true;
    }

    private static void WriteHead(HttpResponse http, ApiResponse response)
    {
        http.StatusCode = response.Status;
        http.ContentType = "application/json";
        http.ContentLength = response.Length;
        if (response.Header is { } header) http.Headers[header.Key] = header.Value;
    }
}
