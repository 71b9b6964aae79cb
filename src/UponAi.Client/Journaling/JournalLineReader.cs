using System.Text.Json;

namespace UponAi.Client.Journaling;

/// <summary>Parses the JSON of a journal line. Unknown members, which later versions may add, are skipped.</summary>
internal static class JournalLineReader
{
    private static readonly JournalOutcome[] Outcomes =
    [
        JournalOutcome.Succeeded, JournalOutcome.Failed, JournalOutcome.Unchanged, JournalOutcome.Unknown,
    ];

    /// <summary>Parses a line of a file.</summary>
    /// <param name="isRun">True for the journal of a run, false for a journal that is only read.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidJournal"/>.</exception>
    internal static JournalLine Read(RawLine raw, string path, bool isRun)
    {
        var line = (raw.IsComplete ? TryRead(raw.Bytes) : null)
            ?? throw JournalFileErrors.NotALine(path, raw.Number, isRun);
        return line.Version <= JournalLine.CurrentVersion
            ? line
            : throw JournalFileErrors.TooNew(path, raw.Number, line.Version);
    }

    /// <summary>Parses the bytes of a line.</summary>
    /// <returns>Null if the bytes are not a line of a journal.</returns>
    internal static JournalLine? TryRead(byte[] bytes)
    {
        try
        {
            return Parse(bytes);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static JournalLine Parse(byte[] bytes)
    {
        var json = new Utf8JsonReader(bytes);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new FormatException();
        var line = new JournalLine(default, "", "", 0, "", "", JournalOutcome.Unknown);
        var seen = Required.None;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            line = ReadMember(line, bytes, ref json, ref seen);
        if (json.Read() || seen != Required.All) throw new FormatException();
        return line;
    }

    private static JournalLine ReadMember(JournalLine line, byte[] bytes, ref Utf8JsonReader json, ref Required seen)
    {
        var name = json.GetString();
        json.Read();
        switch (name)
        {
            case "time":
                seen |= Required.Time;
                return line with { Time = json.GetDateTimeOffset() };
            case "baseUri":
                seen |= Required.BaseUri;
                return line with { BaseUri = ReadText(ref json) };
            case "account":
                seen |= Required.Account;
                return line with { Account = ReadText(ref json) };
            case "workspace":
                seen |= Required.Workspace;
                return line with { Workspace = json.GetInt32() };
            case "number":
                seen |= Required.Number;
                return line with { Number = ReadText(ref json) };
            case "digest":
                seen |= Required.Digest;
                return line with { Digest = ReadText(ref json) };
            case "outcome":
                seen |= Required.Outcome;
                return line with { Outcome = ParseOutcome(json.GetString()) };
            default:
                return ReadDetail(line, name, bytes, ref json);
        }
    }

    private static JournalLine ReadDetail(JournalLine line, string? name, byte[] bytes, ref Utf8JsonReader json)
    {
        switch (name)
        {
            case "version": return line with { Version = json.GetInt32() };
            case "run": return line with { Run = json.GetString() };
            case "sequence": return line with { Sequence = json.GetInt64() };
            case "restore": return line with { IsRestore = json.GetBoolean() };
            case "file": return line with { File = json.GetString() };
            case "line": return line with { Line = json.GetInt32() };
            case "user": return line with { User = json.GetString() };
            case "machine": return line with { Machine = json.GetString() };
            case "module": return line with { Module = json.GetString() };
            case "status": return line with { StatusCode = json.GetInt32() };
            case "error": return line with { ErrorId = json.GetString() };
            case "message": return line with { Message = json.GetString() };
            case "requestId": return line with { RequestId = json.GetString() };
            case "cfRay": return line with { CfRay = json.GetString() };
            case "traceparent": return line with { TraceParent = json.GetString() };
            case "responseDate": return line with { ResponseDate = json.GetDateTimeOffset() };
            case "attempts": return line with { Attempts = json.GetInt32() };
            case "sent": return line with { Sent = ReadRaw(bytes, ref json) };
            case "before": return line with { Before = ReadRaw(bytes, ref json) };
            case "after": return line with { After = ReadRaw(bytes, ref json) };
            default:
                json.Skip();
                return line;
        }
    }

    private static JournalOutcome ParseOutcome(string? text)
    {
        foreach (var outcome in Outcomes)
        {
            if (JournalLineWriter.FormatOutcome(outcome) == text) return outcome;
        }

        throw new FormatException();
    }

    private static string ReadText(ref Utf8JsonReader json) => json.GetString() ?? throw new FormatException();

    private static ReadOnlyMemory<byte> ReadRaw(byte[] bytes, ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw new FormatException();
        var begin = (int)json.TokenStartIndex;
        json.Skip();
        return bytes.AsMemory(begin, (int)json.BytesConsumed - begin);
    }

    [Flags]
    private enum Required
    {
        None = 0,
        Time = 1,
        BaseUri = 2,
        Account = 4,
        Workspace = 8,
        Number = 16,
        Digest = 32,
        Outcome = 64,
        All = 127,
    }
}
