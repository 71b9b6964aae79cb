using System.Reflection;
using System.Reflection.Emit;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// A folder with other versions of the packages that ship, as another module might bring them. Names and keys are the
/// same, but each assembly contains only one test type. Code that takes one for our package fails at the first type.
/// </summary>
internal sealed class OtherVersions : IDisposable
{
    private const string TypeName = "Other.Build";

    /// <summary>Loads all assemblies in the order of their names. <c>$others</c> is the folder.</summary>
    internal const string Load = "$loaded = foreach ($file in [IO.Directory]::GetFiles($others) | Sort-Object) { "
        + "[Reflection.Assembly]::LoadFrom($file) }; ";

    /// <summary>Runs the code of each assembly.</summary>
    internal const string Run =
        "foreach ($other in $loaded) { $other.GetType('" + TypeName + "').GetMethod('Say').Invoke($null, @()) }; ";

    private OtherVersions(IReadOnlyList<string> files) => Files = files;

    internal IReadOnlyList<string> Files { get; }

    internal string Folder => Path.GetDirectoryName(Files[0])!;

    /// <summary>The output of <see cref="Run"/>.</summary>
    internal IEnumerable<string> Said => Files.Select(file => Word(AssemblyName.GetAssemblyName(file)));

    /// <param name="clientFolder">The folder with the packages that ship. Our own assemblies are left out.</param>
    /// <param name="version">The version of the assemblies.</param>
    internal static OtherVersions Of(string clientFolder, string version)
    {
        var folder = Directory.CreateTempSubdirectory("upon-ai-others-").FullName;
        return new OtherVersions(
        [
            .. from file in Directory.GetFiles(clientFolder, "*.dll").Order(StringComparer.Ordinal)
               where !Path.GetFileName(file).StartsWith("UponAi", StringComparison.Ordinal)
               select Build(AssemblyName.GetAssemblyName(file), new Version(version), folder),
        ]);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>
    /// Adds an interface, which has no base type. So the assembly refers to no runtime and loads in every runtime.
    /// </summary>
    private static string Build(AssemblyName name, Version version, string folder)
    {
        name.Version = version;
        var assembly = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        var type = assembly.DefineDynamicModule(name.Name!).DefineType(
            TypeName,
            TypeAttributes.Public | TypeAttributes.Interface | TypeAttributes.Abstract);
        var code = type.DefineMethod(
            "Say", MethodAttributes.Public | MethodAttributes.Static, typeof(string), []).GetILGenerator();
        code.Emit(OpCodes.Ldstr, Word(name));
        code.Emit(OpCodes.Ret);
        type.CreateType();

        var path = Path.Combine(folder, name.Name + ".dll");
        assembly.Save(path);
        return path;
    }

    private static string Word(AssemblyName name) => $"other {name.Name} {name.Version}";
}
