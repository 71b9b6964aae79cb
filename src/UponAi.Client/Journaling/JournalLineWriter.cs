using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UponAi.Client.Journaling;

/// <summary>
/// Writes journal lines into memory that is reused for each line. Not safe to use from several threads.
/// </summary>
internal sealed class JournalLineWriter : IDisposable
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const int InitialSize = 2048;

    private readonly MemoryStream line = new(InitialSize);
    private readonly Utf8JsonWriter json;

    internal JournalLineWriter() => json = new Utf8JsonWriter(
        line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Gets the last line: the first <c>Count</c> bytes of an array.</summary>
    internal (byte[] Bytes, int Count) Last => (line.GetBuffer(), (int)line.Length);

    /// <summary>Writes a line with its end.</summary>
    internal void Write(JournalLine entry)
    {
        line.SetLength(0);
        json.Reset();
        json.WriteStartObject();
        // The first member identifies a torn line.
        json.WriteString("time"u8, entry.Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.WriteNumber("version"u8, JournalLine.CurrentVersion);
        WriteText("run"u8, entry.Run);
        WriteNumber("sequence"u8, entry.Sequence);
        json.WriteString("baseUri"u8, entry.BaseUri);
        json.WriteString("account"u8, entry.Account);
        json.WriteNumber("workspace"u8, entry.Workspace);
        json.WriteString("number"u8, entry.Number);
        WriteText("file"u8, entry.File);
        WriteNumber("line"u8, entry.Line);
        WriteText("user"u8, entry.User);
        WriteText("machine"u8, entry.Machine);
        WriteText("module"u8, entry.Module);
        json.WriteString("digest"u8, entry.Digest);
        json.WriteString("outcome"u8, JournalOutcomeText.Format(entry.Outcome));
        WriteNumber("status"u8, entry.StatusCode);
        WriteText("error"u8, entry.ErrorId);
        WriteText("message"u8, entry.Message);
        WriteText("requestId"u8, entry.RequestId);
        WriteText("cfRay"u8, entry.CfRay);
        WriteText("traceparent"u8, entry.TraceParent);
        if (entry.ResponseDate is { } date) json.WriteString("responseDate"u8, date);
        WriteNumber("attempts"u8, entry.Attempts);
        WriteObject("sent"u8, entry.Sent);
        WriteObject("before"u8, entry.Before);
        WriteObject("after"u8, entry.After);
        json.WriteEndObject();
        json.Flush();
        line.WriteByte((byte)'\n');
    }

    public void Dispose()
    {
        json.Dispose();
        line.Dispose();
    }

    private void WriteText(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private void WriteNumber(ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
    }

    private void WriteObject(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty) return;
        json.WritePropertyName(name);
        json.WriteRawValue(value.Span, skipInputValidation: true);
    }
}
