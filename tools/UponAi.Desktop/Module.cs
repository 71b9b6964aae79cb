using System.Management.Automation;
using System.Reflection;

namespace UponAi.Desktop;

/// <summary>Imports the module as Windows PowerShell imports a binary module.</summary>
internal static class Module
{
    internal static void Import(string path)
    {
        var module = Assembly.LoadFrom(path);
        foreach (var type in module.GetTypes().Where(type => typeof(IModuleAssemblyInitializer).IsAssignableFrom(type)))
        {
            ((IModuleAssemblyInitializer)Activator.CreateInstance(type)).OnImport();
        }

        Console.WriteLine("imported " + string.Join(", ", Loaded(Path.GetDirectoryName(path)!)));
    }

    internal static void ReportClient() => Console.WriteLine("client " + string.Join(", ", Loaded("client")));

    private static IEnumerable<string> Loaded(string folder) =>
        from assembly in AppDomain.CurrentDomain.GetAssemblies()
        where !assembly.IsDynamic && Path.GetDirectoryName(assembly.Location).EndsWith(folder, StringComparison.Ordinal)
        orderby assembly.GetName().Name
        select assembly.GetName().Name;
}
