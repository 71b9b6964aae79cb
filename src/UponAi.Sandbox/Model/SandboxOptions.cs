namespace UponAi.Sandbox;

/// <summary>The settings of a sandbox.</summary>
public sealed record SandboxOptions
{
    /// <summary>Gets the port on 127.0.0.1. 0 takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>Gets the token of the default account.</summary>
    public string Token { get; init; } = SandboxIds.Token;

    /// <summary>
    /// Gets how many numbers the sandbox adds to its initial numbers: <c>+19990000000</c>, <c>+19990000001</c> and
    /// so on, in the first workspace.
    /// </summary>
    public int Numbers { get; init; }

    /// <summary>
    /// Gets the agents that the sandbox adds to its initial agents. If an agent is given twice or exists already, its
    /// highest version counts.
    /// </summary>
    public IReadOnlyList<AddedAgent> AddedAgents { get; init; } = [];

    /// <summary>
    /// Gets the numbers and extensions that the sandbox adds to the first workspace, without agents. An existing number
    /// stays as it is.
    /// </summary>
    public IReadOnlyList<string> AddedNumbers { get; init; } = [];

    /// <summary>Gets the delay of every response after the work is done.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets the share of allowed requests, from 0 to 1, that have <see cref="SlowLatency"/>.</summary>
    public double SlowRate { get; init; }

    /// <summary>Gets the delay of a slow response after the work is done.</summary>
    public TimeSpan SlowLatency { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Gets the allowed requests per <see cref="RatePeriod"/>, or null for no limit. The sandbox answers further
    /// requests with 429.
    /// </summary>
    public int? RateLimit { get; init; }

    /// <summary>Gets the period of the rate limit.</summary>
    public TimeSpan RatePeriod { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets how the requests of the rate limit are counted.</summary>
    public RateWindow RateWindow { get; init; }

    /// <summary>
    /// Gets how many requests a bucket allows at once after a pause. Null allows as many as in one period.
    /// </summary>
    public int? Burst { get; init; }

    /// <summary>Gets the rate limit of every second 10 seconds. Null keeps <see cref="RateLimit"/>.</summary>
    public int? LowRateLimit { get; init; }

    /// <summary>
    /// Gets how many requests are allowed at the same time, or null for no limit. The sandbox answers further requests
    /// with 429.
    /// </summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>
    /// Gets the <c>Retry-After</c> of every 429 of a limit, in seconds. 0 sends no header. Null sends the true time of
    /// a rate limit, and no header for requests at the same time.
    /// </summary>
    public int? RetryAfter { get; init; }

    /// <summary>Gets the time from the first request to an outage, in which all responses are 503.</summary>
    public TimeSpan OutageAfter { get; init; }

    /// <summary>Gets the length of the outage. Zero means no outage.</summary>
    public TimeSpan OutageLength { get; init; }

    /// <summary>Gets the share of requests, from 0 to 1, that are answered with 502 before anything is done.</summary>
    public double ErrorRate { get; init; }

    /// <summary>
    /// Gets the share of requests that fail, from 0 to 1. There are five kinds of faults with equal shares. 429 and 503
    /// come before anything is done, without <c>Retry-After</c>. A connection reset, a truncated body and a slow body
    /// come after the work is done.
    /// </summary>
    public double FaultRate { get; init; }

    /// <summary>Gets the seed that chooses which requests fail and how, in the order of arrival.</summary>
    public int Seed { get; init; }

    /// <summary>Gets how long a slow body pauses in its middle.</summary>
    public TimeSpan SlowBodyDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets the clock of the limits and of the outage. Delays always take real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets the form of the responses.</summary>
    public ListForm Answers { get; init; }

    /// <summary>Gets a sentence about an option out of range, or null.</summary>
    internal string? Problem =>
        Port is < 0 or > 65535 ? $"The port {Port} is not from 0 to 65535."
        : !IsVisible(Token)
            ? "The token must consist of visible ASCII characters."
        : Numbers is < 0 or > SandboxIds.MaxNumbers
            ? $"{Numbers} numbers cannot be generated. Give a count from 0 to {SandboxIds.MaxNumbers}."
        : AddedAgents.Select(agent => agent.Problem).OfType<string>().FirstOrDefault() is { } problem ? problem
        : AddedNumbers.FirstOrDefault(number => !IsNumber(number)) is { } number
            ? $"'{number}' is not a number. Give +14155550123 without separators, or an extension such as 301."
        : new[] { Latency, SlowLatency, SlowBodyDelay, OutageAfter, OutageLength }.Any(time => time < TimeSpan.Zero)
            ? "A delay and an outage cannot be negative."
        : RateLimit < 1 || LowRateLimit < 1 || Burst < 1 || MaxConcurrent < 1
            ? "The limits and the burst must be at least 1."
        : RatePeriod <= TimeSpan.Zero ? "The period of the rate limit must be longer than 0."
        : RetryAfter < 0 ? "Retry-After cannot be negative."
        : RateLimit is null && (Burst ?? LowRateLimit) is not null ? "A burst or a low rate limit needs a rate limit."
        : RateWindow != RateWindow.Bucket && Burst is not null ? "Only a bucket has a burst."
        : new[] { FaultRate, ErrorRate, SlowRate }.All(rate => rate is >= 0 and <= 1) ? null
        : "The fault rate, the error rate and the slow rate must be from 0 to 1.";

    // A number in E.164, also with an extension, or an extension alone.
    private static bool IsNumber(string text) =>
        IsVisible(text) && !text.Contains(',')
        && (text[0] != '+' || text[1..].Split(';')[0] is { Length: > 0 } digits && digits.All(char.IsAsciiDigit));

    private static bool IsVisible(string text) => text.Length > 0 && text.All(c => c is > ' ' and <= '~');
}

/// <summary>How a rate limit counts requests.</summary>
public enum RateWindow
{
    /// <summary>A token bucket fills up evenly, and each request takes a token.</summary>
    Bucket,

    /// <summary>No period of this length, whenever it begins, has more requests than the limit.</summary>
    Sliding,

    /// <summary>Periods follow each other, and each has as many requests as the limit.</summary>
    Fixed,
}

/// <summary>
/// The form of the lists. The vendor does not document most lists, so a client must read several forms.
/// </summary>
public enum ListForm
{
    /// <summary>Numbers in an object, agents and versions as bare arrays.</summary>
    Documented,
    /// <summary>Every list is the <c>items</c> of an object.</summary>
    Items,
    /// <summary>Every list is the <c>data</c> of an object.</summary>
    Data,
    /// <summary>Every list is a bare array.</summary>
    Array,
    /// <summary>Pages of five rows with <c>has_more</c> and <c>pagination_key</c>.</summary>
    Keys,
    /// <summary>Pages of five rows with <c>pagination</c>, requested by number.</summary>
    Pages,
    /// <summary>Five rows and <c>has_more</c>, without a way to the other rows.</summary>
    Incomplete,
    /// <summary>As documented, but the list of agents has only the latest version of each agent.</summary>
    Latest,
    /// <summary>As documented, but the versions of the agents of one number are text.</summary>
    Unreadable,
}
