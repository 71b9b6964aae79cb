using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// The contract's <c>PhoneNumberUpdateResponse</c>, reduced to the number of the request. Unreadable members are
/// problems for a warning, not errors, because the platform has made the change.
/// </summary>
internal sealed class UpdateResponse
{
    private readonly List<string> problems = [];
    private bool hasNumbers;
    private bool isSuccessUnreadable;
    private bool hasAssignment;
    private List<string>? exactProblems;
    private List<string>? baseProblems;
    private List<string>? assignmentProblems;

    /// <summary>Gets the success flag. Null if the response has none.</summary>
    internal bool? Success { get; private set; }

    internal string? Message { get; private set; }

    /// <summary>Gets the first of <c>numbers</c> with the requested number.</summary>
    internal PhoneNumber? Exact { get; private set; }

    /// <summary>Gets the first of <c>numbers</c> with the requested number as base number.</summary>
    internal PhoneNumber? ByBaseNumber { get; private set; }

    /// <summary>Gets the number in the response's member <c>assignment</c>, or null.</summary>
    internal PhoneNumber? Assignment { get; private set; }

    /// <summary>Gets the problem of each unreadable member, as the rest of a sentence after "The response".</summary>
    internal IReadOnlyList<string> Problems
    {
        get
        {
            var numberProblems = Exact is not null ? exactProblems : baseProblems;
            return numberProblems is null && assignmentProblems is null
                ? problems
                : [.. problems, .. numberProblems ?? [], .. assignmentProblems ?? []];
        }
    }

    /// <summary>Reads the body of a 200.</summary>
    /// <exception cref="JsonException">The body is not JSON, or is incomplete.</exception>
    /// <exception cref="UnexpectedJsonException">The body does not say whether the change was made.</exception>
    internal static UpdateResponse Read(ReadOnlySpan<byte> body, NumberId number, StringCache cache)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var response = new UpdateResponse();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            response.ReadNumbers(ref reader, number, cache);
            reader.Read();
            return response.HasNumber ? response : throw new UnexpectedJsonException("is a list without the number");
        }

        if (reader.TokenType != JsonTokenType.StartObject)
            throw new UnexpectedJsonException("is JSON, but not an object");

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!response.TryReadMember(ref reader, number, cache)) reader.Skip();
        }

        // This read throws if anything follows the object.
        reader.Read();
        // Every member may be absent. But a response with only a message, such as a gateway's, does not say that
        // anything was changed.
        if (response.IsAboutTheChange || response.TryReadAsNumber(body, number, cache)) return response;
        throw new UnexpectedJsonException(
            response.problems.Count > 0 ? response.problems[0] : "has no success, numbers or assignment");
    }

    private bool HasNumber => Exact is not null || ByBaseNumber is not null;

    // An unreadable success may be false. Only the state of the number shows that the change was made.
    private bool IsAboutTheChange => isSuccessUnreadable
        ? HasNumber
        : Success is not null || hasNumbers || Assignment is not null;

    /// <summary>Reads a body that is the number itself.</summary>
    private bool TryReadAsNumber(ReadOnlySpan<byte> body, NumberId number, StringCache cache)
    {
        if (problems.Count > 0) return false;
        var reader = new Utf8JsonReader(body);
        reader.Read();
        ReadNumber(ref reader, number, cache);
        return HasNumber;
    }

    private bool TryReadMember(ref Utf8JsonReader reader, NumberId number, StringCache cache)
    {
        if (reader.TryMoveToValueOf("success"u8)) ReadSuccess(ref reader);
        else if (reader.TryMoveToValueOf("message"u8)) Message = ReadMessage(ref reader);
        else if (reader.TryMoveToValueOf("numbers"u8)) ReadNumbers(ref reader, number, cache);
        else if (reader.TryMoveToValueOf("assignment"u8)) ReadAssignment(ref reader, cache);
        else return false;
        return true;
    }

    private void ReadSuccess(ref Utf8JsonReader reader)
    {
        if (Success is not null || isSuccessUnreadable) throw UnexpectedJsonException.Twice("success");
        var start = reader;
        try
        {
            Success = JsonScalars.ReadBool(ref reader, "success");
        }
        catch (UnexpectedJsonException e)
        {
            isSuccessUnreadable = true;
            problems.Add(e.Message);
            reader = start;
            reader.Skip();
        }
    }

    private static string? ReadMessage(ref Utf8JsonReader reader)
    {
        try
        {
            if (reader.TokenType is JsonTokenType.Null) return null;
            if (reader.TokenType is JsonTokenType.String) return reader.GetString();
            using var value = JsonDocument.ParseValue(ref reader);
            return value.RootElement.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // Not UTF-8. The message is only for display.
            return null;
        }
    }

    private void ReadNumbers(ref Utf8JsonReader reader, NumberId number, StringCache cache)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            problems.Add("has no array for 'numbers'");
            reader.Skip();
            return;
        }

        if (hasNumbers)
        {
            // Either list may be correct, so neither is used.
            problems.Add(UnexpectedJsonException.Twice("numbers").Message);
            (Exact, exactProblems, ByBaseNumber, baseProblems) = (null, null, null, null);
            reader.Skip();
            return;
        }

        hasNumbers = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) ReadNumber(ref reader, number, cache);
            else reader.Skip();
        }
    }

    private void ReadNumber(ref Utf8JsonReader reader, NumberId number, StringCache cache)
    {
        var phone = PhoneNumberReader.Read(ref reader, cache, out var found);
        if (Exact is null && string.Equals(phone.Number, number.Value, StringComparison.Ordinal))
            (Exact, exactProblems) = (phone, found);
        else if (ByBaseNumber is null && string.Equals(phone.BaseNumber, number.Value, StringComparison.Ordinal))
            (ByBaseNumber, baseProblems) = (phone, found);
    }

    private void ReadAssignment(ref Utf8JsonReader reader, StringCache cache)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (hasAssignment)
        {
            problems.Add(UnexpectedJsonException.Twice("assignment").Message);
            // Either assignment may be correct, so neither is used. A number without properties still says that the
            // change was made.
            (Assignment, assignmentProblems) = (new PhoneNumber(), null);
            reader.Skip();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            hasAssignment = true;
            Assignment = PhoneNumberReader.Read(ref reader, cache, out assignmentProblems);
        }
        else
        {
            problems.Add("has no object for 'assignment'");
            reader.Skip();
        }
    }
}
