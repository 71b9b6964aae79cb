using System.Reflection;
using System.Reflection.Emit;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A startup hook of the .NET runtime that loads assemblies before the program's first line.</summary>
internal static class LoadingFirst
{
    /// <summary>The environment variable that names hooks.</summary>
    internal const string Variable = "DOTNET_STARTUP_HOOKS";

    /// <returns>The hook's path, in a folder of its own beside the files.</returns>
    internal static string Hook(IReadOnlyList<string> files)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("LoadingFirst"), typeof(object).Assembly);
        // The name and the signature that the runtime looks for.
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
