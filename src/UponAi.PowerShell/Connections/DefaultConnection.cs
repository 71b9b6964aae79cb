using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Connections;

/// <summary>
/// The default connection of each runspace, for all commands: the connection of Connect-UponAi, or else a connection
/// from the environment variables. The table holds runspaces weakly, so that a connection ends with its runspace.
/// </summary>
internal static class DefaultConnection
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceConnections> ByRunspace = new();

    private static RunspaceConnections Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>
    /// Returns the connection of the runspace, or null if neither Connect-UponAi nor the environment provides one.
    /// </summary>
    internal static UponAiConnection? Find(string userAgent)
    {
        var own = Current;
        if (own.Connected is not null) return own.Connected;

        var environment = EnvironmentVariables.Read();
        if (environment.Token is null) return null;
        if (own.FromEnvironment is null || own.Environment != environment)
        {
            own.FromEnvironment?.Dispose();
            own.FromEnvironment = ConnectionFactory.FromEnvironment(environment, userAgent);
            own.Environment = environment;
        }

        return own.FromEnvironment;
    }

    internal static void Set(UponAiConnection connection) => Current.Connected = connection;

    /// <summary>Closes and removes the connections of the runspace.</summary>
    internal static void Close()
    {
        var own = Current;
        own.Connected?.Dispose();
        own.FromEnvironment?.Dispose();
        ByRunspace.Remove(Runspace.DefaultRunspace);
    }

    /// <summary>Closes a connection, and removes it from the runspace.</summary>
    internal static void Close(UponAiConnection connection)
    {
        connection.Dispose();
        var own = Current;
        if (ReferenceEquals(own.Connected, connection)) own.Connected = null;
        if (ReferenceEquals(own.FromEnvironment, connection)) own.FromEnvironment = null;
    }

    private sealed class RunspaceConnections
    {
        internal UponAiConnection? Connected { get; set; }

        internal UponAiConnection? FromEnvironment { get; set; }

        internal EnvironmentVariables? Environment { get; set; }
    }
}
