using System.Management.Automation;
using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Commands;

/// <summary>What the commands that talk to the platform share: which connection they use, and that they stop at once.</summary>
public abstract class ConnectedCommand : UponAiCommand, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private UponAiConnection? found;

    /// <summary>The connection to use; by default that of the runspace, else one made of the UPONAI_* environment variables.</summary>
    [Parameter(HelpMessage = "The connection to use, from Connect-UponAi -PassThru. By default that of the runspace, else one made of the UPONAI_* environment variables.")]
    [ValidateNotNull]
    public UponAiConnection? Connection { get; set; }

    /// <summary>Cancelled when the command stops.</summary>
    private protected CancellationToken Cancellation => stopping.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>Ends whatever is still under way: after Select-Object -First nothing else of the command runs.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        End();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets what was cancelled come to its end.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>The connection, or the end of the command. One that is closed later, while rows are under way, is each row's error.</summary>
    private protected UponAiConnection RequireConnection() => Require(FindConnection);

    /// <summary>The connection, for what can do without one.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.NotConnected"/>, or whatever is wrong with the environment's settings.</exception>
    private protected UponAiConnection FindConnection() => found ??= Find();

    /// <summary>Waits for a list; Ctrl+C ends the wait at once. Each of its requests has a verbose line.</summary>
    /// <exception cref="UponAiException">It could not be had.</exception>
    private protected IReadOnlyList<T> Fetch<T>(UponAiConnection connection, Func<IUponAiApi, CancellationToken, Task<ListOutcome<T>>> ask)
    {
        try
        {
            var asking = ask(connection.Api, Cancellation);
            Task.WaitAny([asking], Cancellation);
            var list = asking.GetAwaiter().GetResult();
            foreach (var request in list.Requests) WriteVerbose(request.ToString());
            return list.Rows;
        }
        catch (UponAiException e) when (e.Request is { Attempts: > 0 } request)
        {
            WriteVerbose(request.ToString());
            throw;
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>The error for an account or a workspace that nothing names.</summary>
    private protected static UponAiException Missing(string what, string parameter, string variable) => new(
        UponAiError.NotConnected, $"No {what}: neither the row nor the connection names one. Give -{parameter} here or to Connect-UponAi, or set the environment variable {variable}.");

    private UponAiConnection Find()
    {
        var connection = Connection
            ?? DefaultConnection.Find(environment => ConnectionFactory.FromEnvironment(environment, UserAgent.Of(this)))
            ?? throw new UponAiException(
                UponAiError.NotConnected, $"Not connected. Run Connect-UponAi, give -Connection, or set the environment variable {EnvironmentVariables.TokenName}.");
        if (!connection.IsClosed) return connection;
        throw new UponAiException(
            UponAiError.NotConnected,
            "This connection was closed by Disconnect-UponAi; make a new one with Connect-UponAi.");
    }
}
