using System.Globalization;
using System.Text.Json;
using UponAi.Client.Json;

namespace UponAi.Client.Journaling;

/// <summary>Writes the JSON of a journal line, for <see cref="UpdateJournal"/>.</summary>
internal static class JournalLineWriter
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Returns a line with its line break, valid until the next JSON text of this thread.</summary>
    internal static ArraySegment<byte> Write(JournalLine entry)
    {
        var buffer = JsonBuffer.ForThread;
        var json = buffer.Begin();
        json.WriteStartObject();
        // RawLine.IsTorn recognizes the incomplete line of a killed run by this first member.
        json.WriteString("time"u8, entry.Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.WriteNumber("version"u8, JournalLine.CurrentVersion);
        WriteText(json, "run"u8, entry.Run);
        WriteNumber(json, "sequence"u8, entry.Sequence);
        if (entry.IsRestore) json.WriteBoolean("restore"u8, true);
        json.WriteString("baseUri"u8, entry.BaseUri);
        json.WriteString("account"u8, entry.Account);
        json.WriteNumber("workspace"u8, entry.Workspace);
        json.WriteString("number"u8, entry.Number);
        WriteText(json, "file"u8, entry.File);
        WriteNumber(json, "line"u8, entry.Line);
        WriteText(json, "user"u8, entry.User);
        WriteText(json, "machine"u8, entry.Machine);
        WriteText(json, "module"u8, entry.Module);
        json.WriteString("digest"u8, entry.Digest);
        json.WriteString("outcome"u8, FormatOutcome(entry.Outcome));
        WriteNumber(json, "status"u8, entry.StatusCode);
        WriteText(json, "error"u8, entry.ErrorId);
        WriteText(json, "message"u8, entry.Message);
        WriteText(json, "requestId"u8, entry.RequestId);
        WriteText(json, "cfRay"u8, entry.CfRay);
        WriteText(json, "traceparent"u8, entry.TraceParent);
        if (entry.ResponseDate is { } date) json.WriteString("responseDate"u8, date);
        WriteNumber(json, "attempts"u8, entry.Attempts);
        WriteObject(json, "sent"u8, entry.Sent);
        WriteObject(json, "before"u8, entry.Before);
        WriteObject(json, "after"u8, entry.After);
        json.WriteEndObject();
        return buffer.EndLine();
    }

    /// <summary>Returns the text of an outcome in a line.</summary>
    internal static string FormatOutcome(JournalOutcome outcome) => outcome switch
    {
        JournalOutcome.Succeeded => "succeeded",
        JournalOutcome.Failed => "failed",
        JournalOutcome.Unchanged => "unchanged",
        _ => "unknown",
    };

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
    }

    private static void WriteObject(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty) return;
        json.WritePropertyName(name);
        json.WriteRawValue(value.Span, skipInputValidation: true);
    }
}
