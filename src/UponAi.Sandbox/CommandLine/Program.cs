using System.CommandLine;

namespace UponAi.Sandbox.CommandLine;

/// <summary>The command line of the sandbox.</summary>
internal static class Program
{
    private static readonly SandboxOptions Defaults = new();

    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes any free one.",
        HelpName = "port",
        DefaultValueFactory = _ => Defaults.Port,
    };

    private static readonly Option<string> Token = new("--token")
    {
        Description = "The bearer token of the default account.",
        HelpName = "text",
        DefaultValueFactory = _ => Defaults.Token,
    };

    private static readonly Option<int> Numbers = new("--numbers")
    {
        Description = $"Generate more numbers, up to {SandboxSeed.MaxNumbers}: +19990000000, +19990000001, ...",
        HelpName = "count",
        DefaultValueFactory = _ => Defaults.Numbers,
    };

    private static readonly Option<int> Latency = new("--latency")
    {
        Description = "Delay every response by this many milliseconds.",
        HelpName = "ms",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<int?> RateLimit = new("--rate-limit")
    {
        Description = "Allow this many requests per second; answer further requests with 429 and Retry-After.",
        HelpName = "count",
    };

    private static readonly Option<int?> Burst = new("--burst")
    {
        Description = "Allow this many requests at once after a pause. [default: those of one second]",
        HelpName = "count",
    };

    private static readonly Option<double> FaultRate = new("--fault-rate")
    {
        Description =
            "Let this share of requests, 0 to 1, fail: 429, 503, connection reset, truncated body, slow body.",
        HelpName = "share",
        DefaultValueFactory = _ => Defaults.FaultRate,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Choose the faults; the same seed gives the same faults in the order of arrival.",
        HelpName = "number",
        DefaultValueFactory = _ => Defaults.Seed,
    };

    private static readonly Option<int> SlowBodyDelay = new("--slow-body-delay")
    {
        Description = "Pause a slow body for this many milliseconds.",
        HelpName = "ms",
        DefaultValueFactory = _ => (int)Defaults.SlowBodyDelay.TotalMilliseconds,
    };

    private static readonly Option<ListForm> Answers = new("--answers")
    {
        Description =
            "The form of the lists. keys, pages and incomplete have five rows a page; latest lists the latest version "
            + "of each agent; unreadable has a number whose agent version is text.",
        HelpName = string.Join('|', Enum.GetNames<ListForm>()).ToLowerInvariant(),
        DefaultValueFactory = _ => Defaults.Answers,
    };

    private static Task<int> Main(string[] args)
    {
        var command = new RootCommand(
            "The UponAI platform's API on 127.0.0.1, to try and to test against. "
            + "Its state is in memory and is lost when it stops.")
        {
            Port, Token, Numbers, Latency, RateLimit, Burst, FaultRate, Seed, SlowBodyDelay, Answers,
        };
        command.SetAction((parsed, stop) => RunAsync(ReadOptions(parsed), stop));
        return command.Parse(args).InvokeAsync();
    }

    private static SandboxOptions ReadOptions(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        Token = parsed.GetValue(Token)!,
        Numbers = parsed.GetValue(Numbers),
        Latency = TimeSpan.FromMilliseconds(parsed.GetValue(Latency)),
        RateLimit = parsed.GetValue(RateLimit),
        Burst = parsed.GetValue(Burst),
        FaultRate = parsed.GetValue(FaultRate),
        Seed = parsed.GetValue(Seed),
        SlowBodyDelay = TimeSpan.FromMilliseconds(parsed.GetValue(SlowBodyDelay)),
        Answers = parsed.GetValue(Answers),
    };

    private static async Task<int> RunAsync(SandboxOptions options, CancellationToken stop)
    {
        if (options.Problem is { } problem) return await FailAsync(problem);
        try
        {
            await using var server = await SandboxServer.StartAsync(options, stop);
            Console.WriteLine(Welcome.Text(server, options));
            var stopped = new TaskCompletionSource();
            await using var registration = stop.Register(stopped.SetResult);
            await stopped.Task;
            Console.WriteLine("Stopped.");
            return 0;
        }
        catch (IOException e)
        {
            return await FailAsync(e.Message);
        }
    }

    private static async Task<int> FailAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }
}
