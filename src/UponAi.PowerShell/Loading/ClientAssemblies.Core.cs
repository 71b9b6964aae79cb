#if NET
using System.Reflection;
using System.Runtime.Loader;

namespace UponAi.PowerShell.Loading;

/// <summary>
/// Keeps the client, the file formats and their packages in a load context of their own, so that another module's versions of them neither win nor
/// lose against ours.
/// </summary>
internal static class ClientAssemblies
{
    private static readonly string[] Entries = ["UponAi.Client", "UponAi.Files"];

    private static readonly Lazy<ClientLoadContext> Context = new(() => new ClientLoadContext(Folder));
    private static int registered;

    private static string Folder => Path.Combine(Path.GetDirectoryName(typeof(ClientAssemblies).Assembly.Location)!, "client");

    /// <summary>Answers for the client and the file formats alone, once per process.</summary>
    internal static void Register()
    {
        if (Interlocked.Exchange(ref registered, 1) == 0) AssemblyLoadContext.Default.Resolving += Resolve;
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        Entries.Contains(name.Name) ? Context.Value.LoadFromAssemblyName(name) : null;

    private sealed class ClientLoadContext(string folder) : AssemblyLoadContext("UponAi.Client")
    {
        // What is not in the folder, the domain assembly and the runtime's own, comes from the default context.
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
#endif
