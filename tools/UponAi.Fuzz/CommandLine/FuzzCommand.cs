using System.CommandLine;
using SharpFuzz;
using UponAi.Fuzz.Afl;

namespace UponAi.Fuzz.CommandLine;

/// <summary>The command line of the program.</summary>
internal static class FuzzCommand
{
    internal static RootCommand Create() =>
        new(
            "Gives bytes to what reads bytes from outside, and looks for those that it cannot take.") { Run(),
            Input(),
            Serve()};

    private static Command Run()
    {
        var targets = new Argument<string[]>("targets")
        {
            Description = "Some of them; without any, all.",
            Arity = ArgumentArity.ZeroOrMore
        };
        targets.AcceptOnlyFromAmong([.. FuzzTarget.All.Select(target => target.Name)]);
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long, for each target.",
            HelpName = "count",
            DefaultValueFactory = _ => 600
        };
        var finds = new Option<DirectoryInfo>("--finds")
        {
            Description = "The folder for inputs that are finds.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("TestResults", "fuzz"))
        };
        var command = new Command(
            "run",
            "Lets AFL++ look for new ways through each target; fails where one throws what it should not, "
            + "or hangs.") { targets,
            seconds,
            finds};
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
            Description = "Inputs, such as a find.",
            Arity = ArgumentArity.OneOrMore
        }.AcceptExistingOnly();
        var command = new Command(
            "input",
            "Gives inputs to a target once, without AFL++, and shows what it throws.") { target, files };
        command.SetAction(parsed =>
        {
            foreach (var file in parsed.GetValue(files)!)
                FuzzTarget.Named(parsed.GetValue(target)!).Take(File.ReadAllBytes(file.FullName));
        });
        return command;
    }

    /// <summary>The command that AFL++ starts.</summary>
    private static Command Serve()
    {
        var target = Target();
        var command = new Command("serve", "Takes inputs from AFL++.") { target };
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
        new Argument<string>("target") { Description = "Which one." }.AcceptOnlyFromAmong(
            [.. FuzzTarget.All.Select(target => target.Name)]);
}
