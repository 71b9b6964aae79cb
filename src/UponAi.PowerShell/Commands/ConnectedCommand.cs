using System.Management.Automation;
using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Commands;

/// <summary>The base of the commands that send requests: the connection, cancellation and lists.</summary>
public abstract class ConnectedCommand : UponAiCommand, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private UponAiConnection? found;

    [Parameter]
    [ValidateNotNull]
    public UponAiConnection? Connection { get; set; }

    /// <summary>Gets a token that is cancelled when the command stops.</summary>
    internal CancellationToken Cancellation => stopping.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>Cancels the requests in flight. After Select-Object -First, PowerShell calls only this method.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        OnDisposing();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits for the cancelled requests.</summary>
    private protected virtual void OnDisposing()
    {
    }

    /// <summary>Returns the connection, or ends the command. A connection that is closed later is an error of each row.</summary>
    internal UponAiConnection RequireConnection() => found ?? Require(FindConnection);

    /// <summary>Returns the connection.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.NotConnected"/>, or an error in the settings of the environment variables.
    /// </exception>
    internal UponAiConnection FindConnection() => found ??= Find();

    /// <summary>Fetches a list of the command's connection.</summary>
    /// <exception cref="UponAiException">The list could not be fetched.</exception>
    private protected IReadOnlyList<T> Fetch<T>(Func<IUponAiApi, CancellationToken, Task<ListOutcome<T>>> request) =>
        Fetch(RequireConnection(), request);

    /// <summary>Waits for a list, and writes a verbose line for each of its requests. Ctrl+C ends the wait at once.</summary>
    /// <exception cref="UponAiException">The list could not be fetched.</exception>
    internal IReadOnlyList<T> Fetch<T>(
        UponAiConnection connection, Func<IUponAiApi, CancellationToken, Task<ListOutcome<T>>> request)
    {
        try
        {
            var response = request(connection.Api, Cancellation);
            Task.WaitAny([response], Cancellation);
            var list = response.GetAwaiter().GetResult();
            foreach (var summary in list.Requests) WriteVerbose(summary.ToString());
            return list.Rows;
        }
        catch (UponAiException e) when (e.Request is { Attempts: > 0 } summary)
        {
            WriteVerbose(summary.ToString());
            throw;
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private UponAiConnection Find()
    {
        var connection = Connection
            ?? DefaultConnection.Find(environment => ConnectionFactory.FromEnvironment(environment, UserAgent.Of(this)))
            ?? throw new UponAiException(
                UponAiError.NotConnected,
                "Not connected. Run Connect-UponAi, give -Connection, or set the environment variable "
                + $"{EnvironmentVariables.TokenName}.");
        if (!connection.IsClosed) return connection;
        throw new UponAiException(
            UponAiError.NotConnected,
            "This connection was closed by Disconnect-UponAi; make a new one with Connect-UponAi.");
    }
}
