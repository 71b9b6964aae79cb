namespace UponAi.Client.Journaling;

/// <summary>
/// A line of a journal. <see cref="JournalLineWriter"/> writes it, and <see cref="JournalLineReader"/> reads it. A line
/// contains no secret. A line of version 1 has only the values of the constructor.
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

    internal bool IsRestore { get; init; }

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
}
