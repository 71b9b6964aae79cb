using System.CommandLine;
using UponAi.Benchmarks.Soak;

namespace UponAi.Benchmarks.CommandLine;

/// <summary>The command line of the long run.</summary>
internal static class SoakCommand
{
    internal static Command Create()
    {
        var minutes = new Option<double>("--minutes")
        {
            Description = "How long.",
            HelpName = "count",
            DefaultValueFactory = _ => 30
        };
        var runspaces = new Option<int>("--runspaces")
        {
            Description = "How many work at the same time.",
            HelpName = "count",
            DefaultValueFactory = _ => 4
        };
        var command = new Command(
            "soak",
            "Works for a long time against a sandbox with failures and limits. Fails if memory, handles or threads "
            + "grow, or if a row is lost or doubled.")
        {
            minutes,
            runspaces,
        };
        command.SetAction(
            async (parsed, _) =>
                await SoakRun.RunAsync(
                    TimeSpan.FromMinutes(parsed.GetValue(minutes)),
                    parsed.GetValue(runspaces)) ? 0 : 1);
        return command;
    }
}
