using System.Collections;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Completion;

/// <summary>
/// The account, workspace and connection of an unfinished command, with their lists, for the completers.
/// </summary>
internal sealed class CompletionScope
{
    // A prompt should respond within a second.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(900);

    private readonly IDictionary parameters;
    private readonly UponAiConnection connection;

    private CompletionScope(IDictionary parameters, UponAiConnection connection) =>
        (this.parameters, this.connection) = (parameters, connection);

    /// <summary>Gets the workspace of the parameter, or null.</summary>
    internal int? NamedWorkspace =>
        ScalarConverter.ToInt(GetParameter(nameof(WorkspaceId))) is > 0 and var id ? id : null;

    /// <summary>Gets the workspace of the command, or null.</summary>
    internal int? WorkspaceId => NamedWorkspace ?? connection.WorkspaceId;

    /// <summary>Gets the numbers of the account. Empty if they do not arrive in time.</summary>
    internal IReadOnlyList<CachedNumber> Numbers =>
        (GetParameter("AccountSid") as string ?? connection.AccountSid) is { Length: > 0 } account
            ? Await(CompletionCache.Get(connection).GetNumbersAsync(account))
            : [];

    /// <summary>Gets the agents of the workspace. Empty if they do not arrive in time.</summary>
    internal IReadOnlyList<Agent> Agents =>
        WorkspaceId is { } workspace ? Await(CompletionCache.Get(connection).GetAgentsAsync(workspace)) : [];

    /// <summary>Gets the workspaces of the token. Empty if they do not arrive in time.</summary>
    internal IReadOnlyList<Workspace> Workspaces => Await(CompletionCache.Get(connection).GetWorkspacesAsync());

    /// <summary>Creates the scope from the typed parameters.</summary>
    /// <returns>Null without a connection.</returns>
    internal static CompletionScope? Create(IDictionary? parameters)
    {
        parameters ??= new Hashtable();
        var connection = PSObjectProperties.Unwrap(parameters["Connection"]) as UponAiConnection
            ?? DefaultConnection.Find(UserAgent.WithoutCommand);
        return connection is null or { IsClosed: true } ? null : new CompletionScope(parameters, connection);
    }

    /// <summary>Returns the value of a parameter, or null if it is unknown until the command runs.</summary>
    internal object? GetParameter(string name) => PSObjectProperties.Unwrap(parameters[name]);

    // A list that fails is like a list that comes too late.
    private static IReadOnlyList<T> Await<T>(Task<IReadOnlyList<T>> list) =>
        Task.WaitAny([list], MaxWait) == 0 && list.Status == TaskStatus.RanToCompletion ? list.Result : [];
}
