using System.Runtime.CompilerServices;

namespace UponAi.Desktop;

/// <summary>
/// Does in the order of its arguments what happens in a Windows PowerShell: <c>import=PATH</c> of the module's root
/// assembly,
/// <c>load=FOLDER</c> of another module's assemblies, and steps of a <see cref="Session"/>. Says what came of each.
/// </summary>
internal static class Program
{
    /// <returns>0 when all went well.</returns>
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

    // Of its own, and by a delegate: the module's types are found only after the import, and Main is compiled before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<string, Task> Connect() => Session.Connect().TakeAsync;
}
