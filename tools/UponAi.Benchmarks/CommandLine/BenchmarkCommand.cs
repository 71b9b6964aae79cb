using System.CommandLine;
using BenchmarkDotNet.Running;
using UponAi.Benchmarks.Bulk;

namespace UponAi.Benchmarks.CommandLine;

/// <summary>The command line of the program.</summary>
internal static class BenchmarkCommand
{
    internal static RootCommand Create() =>
        new("Measures UponAi: hot paths alone, bulk runs beside what a bare HttpClient does, or a long run.")
        {
            Micro(),
            Bulk(),
            SoakCommand.Create(),
            PeakMemoryCommand.Create(),
            ImportTimeCommand.Create(),
        };

    private static Command Micro()
    {
        var rest = new Argument<string[]>("arguments")
        {
            Description = "For BenchmarkDotNet, such as --filter *Answer* or --job short.",
            Arity = ArgumentArity.ZeroOrMore
        };
        var command = new Command("micro", "Times the hot paths one by one, with what they allocate.") { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            string[] given = [.. parsed.GetValue(rest) ?? [], .. parsed.UnmatchedTokens];
            BenchmarkSwitcher.FromAssembly(typeof(BenchmarkCommand).Assembly).Run(
                given.Length == 0 ? ["--filter", "*"] : given);
        });
        return command;
    }

    private static Command Bulk()
    {
        var only = new Option<string>("--only")
        {
            Description = $"Parts, joined by commas: {string.Join(", ", BulkRun.PartNames)}.",
            HelpName = "parts",
            DefaultValueFactory = _ => BulkRun.ShortRun
        };
        var rounds = new Option<int?>("--rounds")
        {
            Description =
                "How often each sender runs (by default 5 times), and each of the platforms (once); medians count.",
            HelpName = "count",
        };
        var platform = new Option<string>("--platform")
        {
            Description = "Of the platforms, only those whose name has this text.",
            HelpName = "text",
            DefaultValueFactory = _ => "",
        };
        var rows = new Option<int>("--rows")
        {
            Description = "Rows a round, without latency.",
            HelpName = "count",
            DefaultValueFactory = _ => 20_000
        };
        var command = new Command("bulk", "Runs many rows against a sandbox of its own and prints one table of ratios.")
        {
            only,
            rounds,
            rows,
            platform,
        };
        only.Validators.Add(result =>
        {
            foreach (var unknown in BulkRun.Split(result.GetValueOrDefault<string>()).Except(BulkRun.PartNames))
                result.AddError($"There is no part '{unknown}'.");
        });
        command.SetAction((parsed, _) => BulkRun.RunAsync(
            BulkRun.Split(parsed.GetValue(only)!),
            new BulkOptions(
                parsed.GetValue(rows),
                parsed.GetValue(rounds) ?? 5,
                parsed.GetValue(rounds) ?? 1,
                parsed.GetValue(platform)!)));
        return command;
    }
}
