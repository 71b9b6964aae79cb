using System.Collections;
using UponAi.PowerShell.Rows;
using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Completion;

/// <summary>Where the command that is being typed would go: its parameters so far, else the connection.</summary>
internal sealed class CompletionScope
{
    // A prompt that answers within a second still feels awake.
    private static readonly TimeSpan TestTimeout = TimeSpan.FromMilliseconds(900);

    private readonly IDictionary parameters;
    private readonly UponAiConnection connection;

    private CompletionScope(IDictionary parameters, UponAiConnection connection) => (this.parameters, this.connection) = (parameters, connection);

    /// <summary>The workspace that a parameter names.</summary>
    internal int? NamedWorkspace => ScalarConverter.TryInt(Parameter(nameof(WorkspaceId)), out var id) && id > 0 ? id : null;

    /// <summary>The workspace that the command would use.</summary>
    internal int? WorkspaceId => NamedWorkspace ?? connection.WorkspaceId;

    /// <summary>The numbers of the account, as far as they are there in time.</summary>
    internal IReadOnlyList<CachedNumber> Numbers =>
        (Parameter("AccountSid") as string ?? connection.AccountSid) is { Length: > 0 } account ? Await(CompletionCache.Of(connection).Numbers(account)) : [];

    /// <summary>The agents of the workspace, as far as they are there in time.</summary>
    internal IReadOnlyList<Agent> Agents => WorkspaceId is { } workspace ? Await(CompletionCache.Of(connection).Agents(workspace)) : [];

    /// <summary>Gets the workspaces of the token; none if the platform does not list them in time.</summary>
    internal IReadOnlyList<Workspace> Workspaces
    {
        get
        {
            try
            {
                return Await(CompletionCache.Of(connection).Workspaces());
            }
            catch (AggregateException)
            {
                return [];
            }
        }
    }

    /// <returns>None without a connection.</returns>
    internal static CompletionScope? Of(IDictionary? parameters)
    {
        parameters ??= new Hashtable();
        var connection = PSObjectProperties.Unwrap(parameters["Connection"]) as UponAiConnection
            ?? DefaultConnection.Find(environment => ConnectionFactory.FromEnvironment(environment, UserAgent.OfEngine));
        return connection is null or { IsClosed: true } ? null : new CompletionScope(parameters, connection);
    }

    /// <summary>What a parameter has been given, where that is known without running anything.</summary>
    internal object? Parameter(string name) => PSObjectProperties.Unwrap(parameters[name]);

    private static IReadOnlyList<T> Await<T>(Task<IReadOnlyList<T>> list) => list.Wait(TestTimeout) ? list.Result : [];
}
