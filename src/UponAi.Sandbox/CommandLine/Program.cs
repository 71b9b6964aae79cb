using System.CommandLine;

namespace UponAi.Sandbox.CommandLine;

/// <summary>The command line of the sandbox.</summary>
internal static class Program
{
    private static readonly SandboxOptions Defaults = new();

    private static readonly Option<int> Port = Create(
        "--port", "port", "The port on 127.0.0.1. 0 takes any free port.", Defaults.Port);

    private static readonly Option<string> Token = Create(
        "--token", "text", "The bearer token of the default account.", Defaults.Token);

    private static readonly Option<int> Numbers = Create(
        "--numbers",
        "count",
        $"Generate more numbers, up to {SandboxIds.MaxNumbers}: +19990000000, +19990000001, ...",
        Defaults.Numbers);

    private static readonly Option<string[]> AddAgent = CreateMany(
        "--add-agent",
        "id[@version]",
        "Add agents, each with the versions 0 to the given version. Without a version, an agent has only "
        + "version 0.");

    private static readonly Option<string[]> AddNumber = CreateMany(
        "--add-number",
        "number",
        "Add numbers or extensions to the first workspace. A number that exists already stays as it is.");

    private static readonly Option<int> Latency = Create(
        "--latency", "ms", "Delay every response by this many milliseconds.", 0);

    private static readonly Option<double> SlowRate = Create(
        "--slow-rate", "share", "Delay this share of responses, 0 to 1, by --slow-latency.", Defaults.SlowRate);

    private static readonly Option<int> SlowLatency = Create(
        "--slow-latency",
        "ms",
        "Delay a slow response by this many milliseconds.",
        (int)Defaults.SlowLatency.TotalMilliseconds);

    private static readonly Option<int?> RateLimit = Create(
        "--rate-limit",
        "count",
        "Allow this many requests per --rate-period. Answer further requests with 429 and Retry-After.");

    private static readonly Option<double> RatePeriod = Create(
        "--rate-period", "s", "The period of the rate limit in seconds.", Defaults.RatePeriod.TotalSeconds);

    private static readonly Option<RateWindow> Window = Create(
        "--rate-window",
        string.Join('|', Enum.GetNames<RateWindow>()).ToLowerInvariant(),
        "How the rate limit counts: a bucket that fills up evenly, a sliding window, or fixed windows.",
        Defaults.RateWindow);

    private static readonly Option<int?> Burst = Create(
        "--burst",
        "count",
        "Allow this many requests at once after a pause of a bucket. [default: those of one period]");

    private static readonly Option<int?> LowRateLimit = Create(
        "--low-rate-limit",
        "count",
        "Allow this many requests per period in every second 10 seconds. [default: the rate limit]");

    private static readonly Option<int?> MaxConcurrent = Create(
        "--max-concurrent",
        "count",
        "Allow this many requests at the same time. Answer further requests with 429.");

    private static readonly Option<int?> RetryAfter = Create(
        "--retry-after",
        "s",
        "The Retry-After of the limits' 429 in seconds. 0 sends none. [default: the true time of a rate limit]");

    private static readonly Option<double> OutageAfter = Create(
        "--outage-after", "s", "The time from the first request to the outage, in seconds.", 0d);

    private static readonly Option<double> OutageLength = Create(
        "--outage-length", "s", "Answer all requests of this many seconds with 503.", 0d);

    private static readonly Option<double> ErrorRate = Create(
        "--error-rate", "share", "Answer this share of requests, 0 to 1, with 502.", Defaults.ErrorRate);

    private static readonly Option<double> FaultRate = Create(
        "--fault-rate",
        "share",
        "Let this share of requests, 0 to 1, fail: 429, 503, connection reset, truncated body, slow body.",
        Defaults.FaultRate);

    private static readonly Option<int> Seed = Create(
        "--seed",
        "number",
        "Choose the faults. The same seed gives the same faults in the order of arrival.",
        Defaults.Seed);

    private static readonly Option<int> SlowBodyDelay = Create(
        "--slow-body-delay",
        "ms",
        "Pause a slow body for this many milliseconds.",
        (int)Defaults.SlowBodyDelay.TotalMilliseconds);

    private static readonly Option<ListForm> Answers = Create(
        "--answers",
        string.Join('|', Enum.GetNames<ListForm>()).ToLowerInvariant(),
        "The form of the lists. keys, pages and incomplete have five rows per page. latest has only the latest version "
        + "of each agent. unreadable has one number whose agent version is text.",
        Defaults.Answers);

    private static Task<int> Main(string[] args)
    {
        var command = new RootCommand(
            "The API of the UponAI platform on 127.0.0.1, for trials and tests. "
            + "Its state is in memory and is lost when it stops.")
        {
            Port, Token, Numbers, AddAgent, AddNumber, Latency, SlowRate, SlowLatency, RateLimit, RatePeriod, Window,
            Burst, LowRateLimit, MaxConcurrent, RetryAfter, OutageAfter, OutageLength, ErrorRate, FaultRate, Seed,
            SlowBodyDelay, Answers,
        };
        command.SetAction((parsed, stop) => RunAsync(ReadOptions(parsed), stop));
        return command.Parse(args).InvokeAsync();
    }

    private static Option<T> Create<T>(string name, string helpName, string description, T defaultValue) => new(name)
    {
        HelpName = helpName,
        Description = description,
        DefaultValueFactory = _ => defaultValue,
    };

    private static Option<int?> Create(string name, string helpName, string description) => new(name)
    {
        HelpName = helpName,
        Description = description,
    };

    private static Option<string[]> CreateMany(string name, string helpName, string description) => new(name)
    {
        HelpName = helpName,
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static SandboxOptions ReadOptions(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        Token = parsed.GetValue(Token)!,
        Numbers = parsed.GetValue(Numbers),
        AddedAgents = [.. parsed.GetValue(AddAgent)!.Select(AddedAgent.Parse)],
        AddedNumbers = parsed.GetValue(AddNumber)!,
        Latency = TimeSpan.FromMilliseconds(parsed.GetValue(Latency)),
        SlowRate = parsed.GetValue(SlowRate),
        SlowLatency = TimeSpan.FromMilliseconds(parsed.GetValue(SlowLatency)),
        RateLimit = parsed.GetValue(RateLimit),
        RatePeriod = TimeSpan.FromSeconds(parsed.GetValue(RatePeriod)),
        RateWindow = parsed.GetValue(Window),
        Burst = parsed.GetValue(Burst),
        LowRateLimit = parsed.GetValue(LowRateLimit),
        MaxConcurrent = parsed.GetValue(MaxConcurrent),
        RetryAfter = parsed.GetValue(RetryAfter),
        OutageAfter = TimeSpan.FromSeconds(parsed.GetValue(OutageAfter)),
        OutageLength = TimeSpan.FromSeconds(parsed.GetValue(OutageLength)),
        ErrorRate = parsed.GetValue(ErrorRate),
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
