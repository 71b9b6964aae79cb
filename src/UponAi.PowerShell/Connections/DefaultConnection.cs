using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Connections;

/// <summary>
/// The default connection of each runspace: the connection of Connect-UponAi, or else a connection from the environment
/// variables. The table holds runspaces weakly, so that a connection ends with its runspace.
/// </summary>
internal static class DefaultConnection
{
    private static readonly ConditionalWeakTable<Runspace, Slot> Slots = new();

    private static Slot Current => Slots.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>
    /// Returns the connection of the runspace, or null if neither Connect-UponAi nor the environment provides one.
    /// </summary>
    internal static UponAiConnection? Find(string userAgent)
    {
        var slot = Current;
        if (slot.Connected is not null) return slot.Connected;

        var environment = EnvironmentVariables.Read();
        if (environment.Token is null) return null;
        if (slot.FromEnvironment is null || slot.Environment != environment)
        {
            slot.FromEnvironment?.Dispose();
            slot.FromEnvironment = ConnectionFactory.FromEnvironment(environment, userAgent);
            slot.Environment = environment;
        }

        return slot.FromEnvironment;
    }

    /// <summary>Makes a connection the default of the runspace.</summary>
    internal static void Use(UponAiConnection connection) => Current.Connected = connection;

    /// <summary>Closes and removes the connections of the runspace.</summary>
    internal static void Close()
    {
        var slot = Current;
        slot.Connected?.Dispose();
        slot.FromEnvironment?.Dispose();
        Slots.Remove(Runspace.DefaultRunspace);
    }

    /// <summary>Removes a connection that a command has closed.</summary>
    internal static void Forget(UponAiConnection connection)
    {
        var slot = Current;
        if (ReferenceEquals(slot.Connected, connection)) slot.Connected = null;
        if (ReferenceEquals(slot.FromEnvironment, connection)) slot.FromEnvironment = null;
    }

    private sealed class Slot
    {
        internal UponAiConnection? Connected { get; set; }

        internal UponAiConnection? FromEnvironment { get; set; }

        internal EnvironmentVariables? Environment { get; set; }
    }
}
