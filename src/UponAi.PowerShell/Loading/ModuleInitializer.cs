using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Loading;

/// <summary>Runs at import, once per runspace: nothing here touches the network, the disk or the client.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        ClientAssemblies.Register();

        // A script that says [UponAi.AgentRef] finds the type only once its assembly is loaded.
        RuntimeHelpers.RunClassConstructor(typeof(AgentRef).TypeHandle);
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => Connections.DefaultConnection.Close();
}
