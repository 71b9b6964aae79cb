using System.Management.Automation;

namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Writes to the verbose and debug streams of a command, for <see cref="BulkRun"/> and for the commands that fetch
/// lists.
/// </summary>
internal static class CommandStreams
{
    /// <summary>
    /// Writes a line to the verbose stream, or with only -Debug to the debug stream. PowerShell would otherwise ask
    /// after every line whether to continue.
    /// </summary>
    internal static void WriteVerboseLine(this PSCmdlet command, string text)
    {
        var bound = command.MyInvocation.BoundParameters;
        if (bound.ContainsKey("Debug") && !bound.ContainsKey("Verbose")) command.WriteDebug(text);
        else command.WriteVerbose(text);
    }

    /// <summary>Writes a verbose line for a request, and a debug message for each of its attempts.</summary>
    internal static void WriteRequest(this PSCmdlet command, RequestSummary request)
    {
        command.WriteVerboseLine(request.ToString());
        foreach (var exchange in request.Exchanges) command.WriteDebug(exchange);
    }
}
