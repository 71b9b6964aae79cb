#if NET
using System.Reflection;
using System.Runtime.Loader;

namespace UponAi.PowerShell.Loading;

/// <summary>
/// Loads the client, the file formats and their packages into a load context of the module. So other modules can use
/// different versions of the same packages.
/// </summary>
internal static class ClientAssemblies
{
    private static readonly string[] Entries = ["UponAi.Client", "UponAi.Files"];

    private static readonly Lazy<ClientLoadContext> Context = new(() => new ClientLoadContext(Folder));
    private static int registered;

    private static string Folder =>
        Path.Combine(Path.GetDirectoryName(typeof(ClientAssemblies).Assembly.Location)!, "client");

    /// <summary>Registers the resolver, once per process. It resolves only the client and the file formats.</summary>
    internal static void Register()
    {
        if (Interlocked.Exchange(ref registered, 1) == 0) AssemblyLoadContext.Default.Resolving += Resolve;
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        Entries.Contains(name.Name) ? Context.Value.LoadFromAssemblyName(name) : null;

    private sealed class ClientLoadContext(string folder) : AssemblyLoadContext("UponAi.Client")
    {
        // UponAi.dll and the assemblies of the runtime are not in the folder. They come from the default context.
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
#endif
