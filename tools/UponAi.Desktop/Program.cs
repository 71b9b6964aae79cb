using System.Runtime.CompilerServices;

namespace UponAi.Desktop;

/// <summary>
/// Does the work of a Windows PowerShell session in the order of its arguments: <c>import=PATH</c> imports the root
/// assembly of the module, <c>load=FOLDER</c> loads the assemblies of another module, and the others are steps of a
/// <see cref="Session"/>. Writes the result of each.
/// </summary>
internal static class Program
{
    /// <returns>0 if all steps succeeded.</returns>
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            var before = ProcessSettings.AsInWindowsPowerShell();
            var others = new OtherAssemblies();
            Func<string, Task>? take = null;
            foreach (var argument in arguments)
            {
                if (argument.StartsWith("import=", StringComparison.Ordinal)) Module.Import(argument.Substring(7));
                else if (argument.StartsWith("load=", StringComparison.Ordinal)) others.Load(argument.Substring(5));
                else await (take ??= Connect())(argument);
            }

            before.AssertUnchanged();
            Module.ReportClient();
            others.Run();
            return 0;
        }
        catch (Exception e)
        {
            Console.WriteLine("FAILED: " + e);
            return 1;
        }
    }

    // A separate method and a delegate, because the types of the module are found only after the import, and Main is
    // compiled before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<string, Task> Connect() => Session.Connect().TakeAsync;
}
