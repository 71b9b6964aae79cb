using System.CommandLine;
using SharpFuzz;
using UponAi.Fuzz.Afl;

namespace UponAi.Fuzz;

/// <summary>The command line of the program.</summary>
internal static class FuzzCommand
{
    internal static RootCommand Create() =>
        new("Fuzzes the code that reads bytes from outside.") { Run(), Input(), Serve() };

    private static Command Run()
    {
        var targets = new Argument<string[]>("targets")
        {
            Description = "The targets. The default is all targets.",
            Arity = ArgumentArity.ZeroOrMore
        };
        targets.AcceptOnlyFromAmong([.. FuzzTarget.All.Select(target => target.Name)]);
        var seconds = new Option<int>("--seconds")
        {
            Description = "The time for each target, in seconds.",
            HelpName = "count",
            DefaultValueFactory = _ => 600
        };
        var finds = new Option<DirectoryInfo>("--finds")
        {
            Description = "The folder for the inputs that fail.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("TestResults", "fuzz"))
        };
        var command = new Command(
            "run",
            "Runs each target with AFL++. Fails if a target throws an unexpected exception or hangs.")
        {
            targets,
            seconds,
            finds,
        };
        command.SetAction(async (parsed, _) =>
        {
            var chosen = parsed.GetValue(targets) is { Length: > 0 } names
                ? names.Select(FuzzTarget.Named)
                : FuzzTarget.All;
            return await FuzzRun.RunAsync(
                [.. chosen],
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(finds)!)
                ? 0
                : 1;
        });
        return command;
    }

    private static Command Input()
    {
        var target = Target();
        var files = new Argument<FileInfo[]>("files")
        {
            Description = "The inputs, such as an input that failed.",
            Arity = ArgumentArity.OneOrMore
        }.AcceptExistingOnly();
        var command = new Command(
            "input",
            "Runs a target once with each input, without AFL++, and shows its exception.") { target, files };
        command.SetAction(parsed =>
        {
            foreach (var file in parsed.GetValue(files)!)
                FuzzTarget.Named(parsed.GetValue(target)!).Take(File.ReadAllBytes(file.FullName));
        });
        return command;
    }

    /// <summary>Creates the command that AFL++ starts.</summary>
    private static Command Serve()
    {
        var target = Target();
        var command = new Command("serve", "Runs a target with the inputs of AFL++.") { target };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var take = FuzzTarget.Named(parsed.GetValue(target)!).Take;
            Fuzzer.OutOfProcess.Run(input =>
            {
                using var bytes = new MemoryStream();
                input.CopyTo(bytes);
                take(bytes.ToArray());
            });
        });
        return command;
    }

    private static Argument<string> Target() =>
        new Argument<string>("target") { Description = "The target." }.AcceptOnlyFromAmong(
            [.. FuzzTarget.All.Select(target => target.Name)]);
}
