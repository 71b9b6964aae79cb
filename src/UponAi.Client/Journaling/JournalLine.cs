using System.Text.Json;

namespace UponAi.Client.Journaling;

/// <summary>
/// A line of a journal. Contains no secret. In lines of version 1, the properties for audits are null.
/// </summary>
/// <param name="Time">When the line was written.</param>
/// <param name="BaseUri">The platform's address.</param>
/// <param name="Account">The account.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Number">The number.</param>
/// <param name="Digest">SHA-256 of the request with its address and number, in hexadecimal.</param>
/// <param name="Outcome">The outcome of the request.</param>
internal sealed record JournalLine(
    DateTimeOffset Time,
    string BaseUri,
    string Account,
    int Workspace,
    string Number,
    string Digest,
    JournalOutcome Outcome)
{
    /// <summary>The format version that this module writes.</summary>
    internal const int CurrentVersion = 2;

    internal int Version { get; init; } = 1;

    internal string? Run { get; init; }

    /// <summary>
    /// Gets the position of the request in the run. The last line with this position has the outcome of the request.
    /// </summary>
    internal long? Sequence { get; init; }

    internal string? File { get; init; }

    internal int? Line { get; init; }

    internal string? User { get; init; }

    internal string? Machine { get; init; }

    internal string? Module { get; init; }

    internal int? StatusCode { get; init; }

    internal string? ErrorId { get; init; }

    internal string? Message { get; init; }

    internal string? RequestId { get; init; }

    internal string? CfRay { get; init; }

    internal string? TraceParent { get; init; }

    /// <summary>Gets the response's <c>Date</c>.</summary>
    internal DateTimeOffset? ResponseDate { get; init; }

    internal int? Attempts { get; init; }

    /// <summary>Gets the JSON body of the request. Empty if the line has no body.</summary>
    internal ReadOnlyMemory<byte> Sent { get; init; }

    /// <summary>Gets the JSON state before the request. Empty if unknown.</summary>
    internal ReadOnlyMemory<byte> Before { get; init; }

    /// <summary>Gets the JSON state after the request. Empty if unknown.</summary>
    internal ReadOnlyMemory<byte> After { get; init; }

    /// <summary>Parses a line of a file.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidJournal"/>.</exception>
    internal static JournalLine Read(RawLine raw, string path)
    {
        var line = (raw.IsComplete ? TryRead(raw.Bytes) : null) ?? throw JournalFileErrors.NotALine(path, raw.Number);
        return line.Version <= CurrentVersion ? line : throw JournalFileErrors.TooNew(path, raw.Number, line.Version);
    }

    /// <summary>Parses the bytes of a line.</summary>
    /// <returns>Null if the bytes are not a line of a journal.</returns>
    internal static JournalLine? TryRead(byte[] line)
    {
        try
        {
            return JournalLineReader.Read(line);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>Formats and parses the outcomes in the lines of a journal.</summary>
internal static class JournalOutcomeText
{
    internal static string Format(JournalOutcome outcome) => outcome switch
    {
        JournalOutcome.Succeeded => "succeeded",
        JournalOutcome.Failed => "failed",
        JournalOutcome.Unchanged => "unchanged",
        _ => "unknown",
    };

    /// <exception cref="FormatException">The text is not an outcome.</exception>
    internal static JournalOutcome Parse(string? text) => text switch
    {
        "succeeded" => JournalOutcome.Succeeded,
        "failed" => JournalOutcome.Failed,
        "unchanged" => JournalOutcome.Unchanged,
        "unknown" => JournalOutcome.Unknown,
        _ => throw new FormatException(),
    };
}
