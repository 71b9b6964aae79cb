using System.Buffers;
using UponAi.Sandbox.Answers;

namespace UponAi.Sandbox.Gateway;

/// <summary>Sends an answer, or as much of it as the fault allows.</summary>
internal sealed class AnswerSender(TimeSpan slowBodyDelay, RequestCounters counters)
{
    /// <summary>
    /// Tells whether the whole answer was handed over. It is counted just before its last byte leaves, so that a caller who has it
    /// finds it counted.
    /// </summary>
    internal async Task<bool> SendAsync(HttpContext context, Answer answer, Fault fault)
    {
        if (fault == Fault.Reset)
        {
            context.Abort();
            return false;
        }

        using var parts = answer.Body.GetEnumerator();
        parts.MoveNext();
        var part = parts.Current;

        WriteHead(context.Response, answer);
        // With a length announced, Kestrel closes the connection of a body that falls short of it.
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

        counters.Answered(answer.Status);
        answer.HandedOver?.Invoke();
        await output.FlushAsync(CancellationToken.None);
        return true;
    }

    private static void WriteHead(HttpResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        response.ContentLength = answer.Length;
        if (answer.Header is { } header) response.Headers[header.Key] = header.Value;
    }
}
