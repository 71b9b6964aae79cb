#if !NET
using System.Reflection;

namespace UponAi.PowerShell.Loading;

/// <summary>
/// Loads the client, the file formats and their packages on .NET Framework without binding redirects. The resolver
/// answers only requests of our own assemblies, with files of our own folder. It returns the two assemblies that
/// PowerShell sees to every caller.
/// </summary>
internal static class ClientAssemblies
{
    private static readonly string Folder =
        Path.Combine(Path.GetDirectoryName(typeof(ClientAssemblies).Assembly.Location)!, "client");
    private static readonly Dictionary<string, Assembly> Loaded = new(StringComparer.OrdinalIgnoreCase);

    // PowerShell looks up type converters by name. The requesting assembly is then null or the engine.
    private static readonly Assembly[] Visible = [typeof(ClientAssemblies).Assembly, typeof(AgentRef).Assembly];
    private static int registered;

    /// <summary>Registers the resolver, once per process.</summary>
    internal static void Register()
    {
        if (Interlocked.Exchange(ref registered, 1) != 0) return;
        foreach (var own in Visible) Loaded[own.GetName().Name] = own;
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        lock (Loaded)
        {
            var name = new AssemblyName(request.Name).Name;
            var isLoaded = Loaded.TryGetValue(name, out var assembly);
            if (isLoaded && Visible.Contains(assembly)) return assembly;
            if (request.RequestingAssembly is null || !Loaded.ContainsValue(request.RequestingAssembly)) return null;
            if (isLoaded) return assembly;

            var path = Path.Combine(Folder, name + ".dll");
            return File.Exists(path) ? Loaded[name] = Assembly.LoadFile(path) : null;
        }
    }
}
#endif
