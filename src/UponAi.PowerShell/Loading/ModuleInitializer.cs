using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Loading;

/// <summary>
/// PowerShell calls this type when a runspace imports or removes the module. Does not use the network, the disk or the
/// client.
/// </summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        ClientAssemblies.Register();

        // Scripts can use [UponAi.AgentRef] only after the assembly of the type is loaded.
        RuntimeHelpers.RunClassConstructor(typeof(AgentRef).TypeHandle);
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => Connections.DefaultConnection.Close();
}
