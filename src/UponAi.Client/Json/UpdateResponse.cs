using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>The contract's <c>PhoneNumberUpdateResponse</c>, of its numbers only those that the request is about.</summary>
internal sealed class UpdateAnswer
{
    /// <summary>None where the answer does not say.</summary>
    internal bool? Success { get; set; }

    internal string? Message { get; set; }

    /// <summary>True when it has <c>numbers</c>, however many.</summary>
    internal bool HasNumbers { get; set; }

    /// <summary>The first of <c>numbers</c> that has the number asked for.</summary>
    internal PhoneNumber? Exact { get; set; }

    /// <summary>The first of <c>numbers</c> whose base number is the one asked for.</summary>
    internal PhoneNumber? ByBaseNumber { get; set; }

    internal PhoneNumber? Assignment { get; set; }

    /// <summary>True when it has at least one member that tells what became of the change.</summary>
    internal bool SaysWhatBecame => Success is not null || HasNumbers || Assignment is not null;
}

/// <summary>Reads the body of a 200.</summary>
internal static class UpdateAnswerReader
{
    /// <exception cref="JsonException">Not JSON, or not all of it.</exception>
    /// <exception cref="UnexpectedJsonException">JSON, and yet not what the contract says.</exception>
    internal static UpdateAnswer Read(ReadOnlySpan<byte> body, NumberId asked)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new UnexpectedJsonException("is JSON, and no object");

        var answer = new UpdateAnswer();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryReadMember(ref reader, answer, asked)) reader.Skip();
        }

        // Anything after the object is no JSON text, and reading on says so.
        reader.Read();
        // Every member may be absent, but an answer with a message at most, such as a gateway's, is no sign that anything was changed.
        return answer.SaysWhatBecame ? answer : throw new UnexpectedJsonException("says neither success, numbers nor an assignment");
    }

    private static bool TryReadMember(ref Utf8JsonReader reader, UpdateAnswer answer, NumberId asked)
    {
        if (reader.ValueTextEquals("success"u8) && reader.Read()) answer.Success = ReadSuccess(ref reader, answer);
        else if (reader.ValueTextEquals("message"u8) && reader.Read()) answer.Message = JsonScalars.ReadText(ref reader, "message");
        else if (reader.ValueTextEquals("numbers"u8) && reader.Read()) ReadNumbers(ref reader, answer, asked);
        else if (reader.ValueTextEquals("assignment"u8) && reader.Read()) answer.Assignment = ReadAssignment(ref reader, answer);
        else return false;
        return true;
    }

    private static bool? ReadSuccess(ref Utf8JsonReader reader, UpdateAnswer answer) =>
        answer.Success is null ? JsonScalars.ReadBool(ref reader, "success") : throw UnexpectedJsonException.Twice("success");

    private static void ReadNumbers(ref Utf8JsonReader reader, UpdateAnswer answer, NumberId asked)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartArray) throw new UnexpectedJsonException("has for 'numbers' no array");
        if (answer.HasNumbers) throw UnexpectedJsonException.Twice("numbers");
        answer.HasNumbers = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new UnexpectedJsonException("has in 'numbers' something that is no object");
            var phone = PhoneNumberReader.Read(ref reader);
            if (string.Equals(phone.Number, asked.Value, StringComparison.Ordinal)) answer.Exact ??= phone;
            else if (string.Equals(phone.BaseNumber, asked.Value, StringComparison.Ordinal)) answer.ByBaseNumber ??= phone;
        }
    }

    private static PhoneNumber? ReadAssignment(ref Utf8JsonReader reader, UpdateAnswer answer) => reader.TokenType switch
    {
        _ when answer.Assignment is not null => throw UnexpectedJsonException.Twice("assignment"),
        JsonTokenType.Null => null,
        JsonTokenType.StartObject => PhoneNumberReader.Read(ref reader),
        _ => throw new UnexpectedJsonException("has for 'assignment' no object"),
    };
}
