using System.Reflection;

namespace UponAi.Desktop;

/// <summary>Loads other versions of our packages, as another module would. The tests build them.</summary>
internal sealed class OtherAssemblies
{
    private readonly List<Assembly> loaded = [];

    internal void Load(string folder) =>
        loaded.AddRange(
            Directory.GetFiles(folder).OrderBy(file => file, StringComparer.Ordinal).Select(Assembly.LoadFrom));

    internal void Run()
    {
        foreach (var assembly in loaded)
            Console.WriteLine(assembly.GetType("Other.Build").GetMethod("Say").Invoke(null, []));
    }
}
