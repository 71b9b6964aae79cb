using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UponAi.Client.Journaling;

/// <summary>One line of a journal, JSON: when, which number where, which request by its digest, and what became of it. Holds no secret.</summary>
/// <param name="Time">When the request ended.</param>
/// <param name="BaseUri">The platform's address.</param>
/// <param name="Account">The account.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Number">The number.</param>
/// <param name="Digest">SHA-256 of the request with its address and number, in hexadecimal.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="StatusCode">The HTTP status, where there was an answer.</param>
/// <param name="ErrorId">The error's id, where there was one.</param>
internal sealed record JournalLine(
    DateTimeOffset Time, string BaseUri, string Account, int Workspace, string Number, string Digest, JournalOutcome Outcome, int? StatusCode, string? ErrorId)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line with its end.</summary>
    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("baseUri"u8, BaseUri);
            json.WriteString("account"u8, Account);
            json.WriteNumber("workspace"u8, Workspace);
            json.WriteString("number"u8, Number);
            json.WriteString("digest"u8, Digest);
            json.WriteString("outcome"u8, Text(Outcome));
            if (StatusCode is { } status) json.WriteNumber("status"u8, status);
            if (ErrorId is not null) json.WriteString("error"u8, ErrorId);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <returns>None for bytes that are no such line.</returns>
    internal static JournalLine? TryRead(byte[] line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return new JournalLine(
                json.GetProperty("time"u8).GetDateTimeOffset(),
                json.GetProperty("baseUri"u8).GetString()!,
                json.GetProperty("account"u8).GetString()!,
                json.GetProperty("workspace"u8).GetInt32(),
                json.GetProperty("number"u8).GetString()!,
                json.GetProperty("digest"u8).GetString()!,
                ReadOutcome(json.GetProperty("outcome"u8).GetString()),
                json.TryGetProperty("status"u8, out var status) ? status.GetInt32() : null,
                json.TryGetProperty("error"u8, out var error) ? error.GetString() : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static string Text(JournalOutcome outcome) => outcome switch
    {
        JournalOutcome.Succeeded => "succeeded",
        JournalOutcome.Failed => "failed",
        JournalOutcome.Unchanged => "unchanged",
        _ => "unknown",
    };

    private static JournalOutcome ReadOutcome(string? text) => text switch
    {
        "succeeded" => JournalOutcome.Succeeded,
        "failed" => JournalOutcome.Failed,
        "unchanged" => JournalOutcome.Unchanged,
        "unknown" => JournalOutcome.Unknown,
        _ => throw new FormatException(),
    };
}
