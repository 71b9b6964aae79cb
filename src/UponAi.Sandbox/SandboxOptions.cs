namespace UponAi.Sandbox;

/// <summary>How a sandbox behaves.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The token of the default account.</summary>
    public string Token { get; init; } = SandboxSeed.Token;

    /// <summary>How many numbers to generate beside the seeded ones: <c>+19990000000</c> and on, in the first workspace.</summary>
    public int Numbers { get; init; }

    /// <summary>How long an answer waits after the work is done.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The requests allowed per second, or none for no limit. Beyond it the answer is 429 with <c>Retry-After</c>.</summary>
    public int? RateLimit { get; init; }

    /// <summary>The requests allowed at once after a pause; without it, those of one second.</summary>
    public int? Burst { get; init; }

    /// <summary>
    /// The part of the requests, from 0 to 1, that meets a fault: in equal parts 429 and 503, both before anything is done and without
    /// <c>Retry-After</c>, and, after it is done, a connection reset, a truncated body and a slow body.
    /// </summary>
    public double FaultRate { get; init; }

    /// <summary>Chooses which requests meet which fault, in the order of arrival.</summary>
    public int Seed { get; init; }

    /// <summary>How long a slow body pauses half way.</summary>
    public TimeSpan SlowBodyDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What is wrong with these options, or null.</summary>
    internal string? Problem =>
        Port is < 0 or > 65535 ? $"The port {Port} is not from 0 to 65535."
        : Token.Length == 0 || Token.Any(c => c is <= ' ' or > '~') ? "The token must be of visible ASCII characters."
        : Numbers is < 0 or > SandboxSeed.MostNumbers ? $"{Numbers} numbers cannot be generated; 0 to {SandboxSeed.MostNumbers} can."
        : Latency < TimeSpan.Zero || SlowBodyDelay < TimeSpan.Zero ? "A delay cannot be negative."
        : RateLimit < 1 || Burst < 1 ? "The rate limit and the burst must be at least 1."
        : Burst is not null && RateLimit is null ? "A burst needs a rate limit."
        : FaultRate is >= 0 and <= 1 ? null
        : "The fault rate must be from 0 to 1.";
}
