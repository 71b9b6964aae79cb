using System.Reflection;
using System.Reflection.Emit;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A startup hook of the .NET runtime that loads assemblies before the first line of the program.</summary>
internal static class LoadingFirst
{
    /// <summary>The environment variable with the paths of hooks.</summary>
    internal const string Variable = "DOTNET_STARTUP_HOOKS";

    /// <returns>The path of the hook, in a separate folder beside the files.</returns>
    internal static string Hook(IReadOnlyList<string> files)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("LoadingFirst"), typeof(object).Assembly);
        // The runtime looks for this name and this signature.
        var type = assembly.DefineDynamicModule("LoadingFirst").DefineType(
            "StartupHook",
            TypeAttributes.NotPublic,
            typeof(object));
        var code = type.DefineMethod(
            "Initialize", MethodAttributes.Public | MethodAttributes.Static, typeof(void), []).GetILGenerator();
        foreach (var file in files)
        {
            code.Emit(OpCodes.Ldstr, file);
            code.Emit(OpCodes.Call, typeof(Assembly).GetMethod(nameof(Assembly.LoadFrom), [typeof(string)])!);
            code.Emit(OpCodes.Pop);
        }

        code.Emit(OpCodes.Ret);
        type.CreateType();

        var path = Path.Combine(
            Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(files[0])!, "hook")).FullName,
            "LoadingFirst.dll");
        assembly.Save(path);
        return path;
    }
}
