namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Writes to the verbose and debug streams of a command, for <see cref="BulkRun"/> and for the commands that fetch
/// lists.
/// </summary>
internal static class CommandStreams
{
    /// <summary>
    /// Writes a line to the verbose stream. With -Debug and without -Verbose, PowerShell would ask after every verbose
    /// line, so the line goes to the debug stream.
    /// </summary>
    internal static void WriteVerboseLine(this PSCmdlet command, string text)
    {
        if (command.GetSwitch("Debug") == true && command.GetSwitch("Verbose") is null) command.WriteDebug(text);
        else command.WriteVerbose(text);
    }

    /// <summary>Returns the value of a common switch. Null if the caller did not give it.</summary>
    internal static bool? GetSwitch(this PSCmdlet command, string name) =>
        command.MyInvocation.BoundParameters.TryGetValue(name, out var given)
            ? given is SwitchParameter { IsPresent: true }
            : null;

    /// <summary>Writes a verbose line for a request, and a debug message for each of its attempts.</summary>
    internal static void WriteRequest(this PSCmdlet command, RequestSummary request)
    {
        command.WriteVerboseLine(request.ToString());
        foreach (var exchange in request.Exchanges) command.WriteDebug(exchange);
    }
}
