using System.Management.Automation;
using System.Reflection;

namespace UponAi.Desktop;

/// <summary>Imports the module as Windows PowerShell does, takes the steps named, and says what came of each.</summary>
internal static class Program
{
    /// <param name="arguments">The path of the module's root assembly, and the steps.</param>
    /// <returns>0 when all went well.</returns>
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            var before = ProcessSettings.AsInWindowsPowerShell();
            Import(arguments[0]);
            await Session.RunAsync(arguments.Skip(1));
            before.AssertUnchanged();
            ReportClient();
            return 0;
        }
        catch (Exception e)
        {
            Console.WriteLine("FAILED: " + e);
            return 1;
        }
    }

    private static void Import(string path)
    {
        var module = Assembly.LoadFrom(path);
        foreach (var type in module.GetTypes().Where(type => typeof(IModuleAssemblyInitializer).IsAssignableFrom(type)))
        {
            ((IModuleAssemblyInitializer)Activator.CreateInstance(type)).OnImport();
        }

        Console.WriteLine("imported " + string.Join(", ", OfFolder(path).OrderBy(name => name, StringComparer.Ordinal)));
    }

    private static IEnumerable<string> OfFolder(string path) =>
        from assembly in AppDomain.CurrentDomain.GetAssemblies()
        where !assembly.IsDynamic && assembly.Location.StartsWith(Path.GetDirectoryName(path), StringComparison.Ordinal)
        select assembly.GetName().Name;

    private static void ReportClient()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic && Path.GetFileName(Path.GetDirectoryName(assembly.Location)) == "client") Console.WriteLine("loaded " + assembly.GetName().Name);
        }
    }
}
