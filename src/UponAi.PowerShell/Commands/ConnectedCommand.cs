using UponAi.PowerShell.Bulk;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Current;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>
/// The base of the commands that send requests: finds the connection, fetches lists, and cancels requests when the
/// command stops.
/// </summary>
public abstract class ConnectedCommand : UponAiCommand, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private UponAiConnection? usedConnection;
    private IDisposable? tracing;

    [Parameter]
    [RejectConnectionCopy]
    [ValidateNotNull]
    public UponAiConnection? Connection { get; set; }

    /// <summary>Gets a token that is cancelled when the command stops.</summary>
    internal CancellationToken Cancellation => stopping.Token;

    internal StreamPreferences Preferences => field ??= new StreamPreferences(this);

    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>
    /// Cancels the requests in flight. After Select-Object -First, PowerShell calls only this method.
    /// </summary>
    public void Dispose()
    {
        stopping.Cancel();
        OnDisposing();
        tracing?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits for the cancelled requests.</summary>
    private protected virtual void OnDisposing()
    {
    }

    /// <summary>
    /// Returns the connection, or ends the command with an error. If the connection is closed later, each row is an
    /// error.
    /// </summary>
    internal UponAiConnection RequireConnection() => usedConnection ?? Require(FindConnection);

    /// <summary>Returns the connection.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.NotConnected"/>, or an error in the settings of the environment variables.
    /// </exception>
    internal UponAiConnection FindConnection()
    {
        if (usedConnection is not null) return usedConnection;
        var connection = Connection
            ?? DefaultConnection.Find(UserAgent.Create(this))
            ?? throw new UponAiException(
                UponAiError.NotConnected,
                "Not connected. Run Connect-UponAi, give -Connection, or set the environment variable "
                + $"{EnvironmentVariables.TokenName}.");
        if (connection.IsClosed)
        {
            throw new UponAiException(
                UponAiError.NotConnected,
                "This connection was closed by Disconnect-UponAi. Create a new connection with Connect-UponAi.");
        }

        // The client describes requests only for visible debug messages.
        if (Preferences.SeesDebug) tracing = connection.Api.StartTracing();
        return usedConnection = connection;
    }

    /// <summary>
    /// Waits for a list, and writes a verbose line for each of its requests. Ctrl+C ends the wait at once.
    /// </summary>
    internal ListOutcome<T> Fetch<T>(ListRequest<T> request)
    {
        var connection = RequireConnection();
        try
        {
            var response = request(connection.Api, Cancellation);
            Task.WaitAny([response], Cancellation);
            var list = response.GetAwaiter().GetResult();
            foreach (var summary in list.Requests) this.WriteRequest(summary);
            return list;
        }
        catch (UponAiException e) when (e.Request is { Attempts: > 0 } summary)
        {
            this.WriteRequest(summary);
            throw;
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>
    /// Reports each unreadable row of a list. The target of the error is the row's number, the agent's id or the
    /// workspace's name, or null if that cannot be read either.
    /// </summary>
    private protected void ReportUnreadable(IEnumerable<UnreadableRow> rows)
    {
        foreach (var row in rows) ReportError(row.Error, row.Name);
    }

    /// <summary>Reports a requested row that a list does not have, or may have as an unreadable row.</summary>
    /// <param name="owner">The owner of the list, as the beginning of a sentence.</param>
    /// <param name="what">The requested row.</param>
    /// <param name="hint">A sentence for a row that the list does not have.</param>
    /// <param name="unreadable">The unreadable row, or null.</param>
    private protected void ReportMissing(
        string owner, string what, string hint, UnreadableRow? unreadable, object? target) => ReportError(
        unreadable is null
            ? new UponAiException(UponAiError.NotFound, $"{owner} has no {what}. {hint}")
            : ListFetching.MayBeUnreadable(owner, what, unreadable.Error),
        target);
}
