using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Connections;

/// <summary>
/// The connection that commands of a runspace use when none is given: that of Connect-UponAi, else one made of the environment.
/// Held weakly by runspace, so that it goes when the runspace goes.
/// </summary>
internal static class DefaultConnection
{
    private static readonly ConditionalWeakTable<Runspace, Slot> Slots = new();

    private static Slot Current => Slots.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The runspace's connection, or none where neither Connect-UponAi nor the environment gives one.</summary>
    internal static UponAiConnection? Find(Func<EnvironmentVariables, UponAiConnection> open)
    {
        var slot = Current;
        if (slot.Connected is not null) return slot.Connected;

        var environment = EnvironmentVariables.Read();
        if (environment.Token is null) return null;
        if (slot.Ambient is null || slot.AmbientOf != environment)
        {
            slot.Ambient?.Dispose();
            slot.Ambient = open(environment);
            slot.AmbientOf = environment;
        }

        return slot.Ambient;
    }

    internal static void Use(UponAiConnection connection) => Current.Connected = connection;

    /// <summary>Closes and forgets the runspace's connection.</summary>
    internal static void Close()
    {
        var slot = Current;
        slot.Connected?.Dispose();
        slot.Ambient?.Dispose();
        Slots.Remove(Runspace.DefaultRunspace);
    }

    /// <summary>Forgets a connection that was closed by itself.</summary>
    internal static void Forget(UponAiConnection connection)
    {
        var slot = Current;
        if (ReferenceEquals(slot.Connected, connection)) slot.Connected = null;
        if (ReferenceEquals(slot.Ambient, connection)) slot.Ambient = null;
    }

    private sealed class Slot
    {
        internal UponAiConnection? Connected { get; set; }

        internal UponAiConnection? Ambient { get; set; }

        internal EnvironmentVariables? AmbientOf { get; set; }
    }
}
