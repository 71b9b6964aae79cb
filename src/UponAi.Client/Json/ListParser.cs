using System.Text.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Json;

/// <summary>Reads a row of a list. The reader is positioned on the beginning of the row's object.</summary>
internal delegate ListRow<T> ListRowReader<T>(ref Utf8JsonReader reader, StringCache cache);

/// <summary>A row of a list.</summary>
/// <param name="Value">The row.</param>
/// <param name="Name">What identifies an unreadable row in its error, or null.</param>
/// <param name="Problem">
/// The reason why the row cannot be read, as the rest of a sentence after "The response". Null for a good row.
/// </param>
internal readonly record struct ListRow<T>(T? Value, string? Name, string? Problem);

/// <summary>
/// Parses the rows of a list while they arrive. The list is an array, or an object with the array as a member. Only the
/// row that is arriving is in memory as JSON. A list is at most <see cref="MaxBytes"/> long, and a row at most <see
/// cref="BodyBuffer.Limit"/>.
/// </summary>
/// <param name="member">The name of the array. <c>items</c> and <c>data</c> are also accepted.</param>
internal sealed class ListParser<T>(string member, ListRowReader<T> readRow, StringCache cache) : IStreamingParser
{
    /// <summary>The maximum length of a list, in bytes after decompression: about a million phone numbers.</summary>
    internal const long MaxBytes = 1L << 30;

    private static readonly JsonTokenType[] Beginnings = [JsonTokenType.StartArray, JsonTokenType.StartObject];

    private List<T> rows = [];
    private List<ListRow<T>> unreadable = [];
    private JsonReaderState state;
    private Position position;
    private bool isBareArray;
    private long parsedBytes;

    // Where the next token belongs. Members are those of the object around the rows.
    private enum Position
    {
        Start,
        Members,
        Rows,
        End,
    }

    internal IReadOnlyList<T> Rows => rows;

    /// <summary>Gets the unreadable rows.</summary>
    internal IReadOnlyList<ListRow<T>> Unreadable => unreadable;

    /// <summary>
    /// True if the last row of the page cannot be read. Then the row cannot be the key of the next page.
    /// </summary>
    internal bool IsLastUnreadable { get; private set; }

    internal ListEnvelope Envelope { get; private set; } = new();

    /// <summary>Gets the error that makes the whole list unreadable, or null.</summary>
    internal Exception? Problem { get; private set; }

    public bool IsDone { get; private set; }

    public void Reset()
    {
        (rows, unreadable, Envelope) = ([], [], new());
        (state, position, isBareArray, parsedBytes) = (default, Position.Start, false, 0);
        (Problem, IsDone, IsLastUnreadable) = (null, false, false);
    }

    public int Parse(ReadOnlySpan<byte> bytes, bool isLast)
    {
        try
        {
            var count = Read(bytes, isLast);
            parsedBytes += count;
            if (parsedBytes > MaxBytes)
                throw new UnexpectedJsonException($"is longer than {MaxBytes >> 20} MiB");
            CheckPartLength(bytes.Length - count);
            IsDone = isLast;
            return count;
        }
        // For text in another encoding than UTF-8, the reader throws an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException or UnexpectedJsonException)
        {
            (Problem, IsDone) = (e, true);
            return 0;
        }
    }

    private int Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        while (TryReadNext(bytes, reader, out var after)) reader = after;
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    /// <returns>False if the next token has not arrived completely.</returns>
    private bool TryReadNext(ReadOnlySpan<byte> bytes, Utf8JsonReader reader, out Utf8JsonReader after)
    {
        after = reader;
        if (!after.Read()) return false;
        switch (position)
        {
            case Position.Start:
                if (!Beginnings.Contains(after.TokenType))
                    throw new UnexpectedJsonException("is JSON, but neither an array nor an object");
                isBareArray = after.TokenType == JsonTokenType.StartArray;
                position = isBareArray ? Position.Rows : Position.Members;
                return true;
            case Position.Rows:
                return TryReadRow(bytes, ref after);
            default:
                return TryReadMember(bytes, ref after);
        }
    }

    private bool TryReadRow(ReadOnlySpan<byte> bytes, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            position = isBareArray ? Position.End : Position.Members;
            return true;
        }

        var start = (int)reader.TokenStartIndex;
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        if (!reader.TrySkip()) return false;
        var length = (int)reader.BytesConsumed - start;
        CheckPartLength(length);
        var row = isObject
            ? ReadRow(bytes.Slice(start, length))
            : new ListRow<T>(default, Name: null, Problem: "has an element in its list that is not an object");
        IsLastUnreadable = row.Problem is not null;
        if (IsLastUnreadable) unreadable.Add(row);
        else rows.Add(row.Value!);
        return true;
    }

    private ListRow<T> ReadRow(ReadOnlySpan<byte> bytes)
    {
        // A reader of the row alone, which the row's reader may leave anywhere.
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        try
        {
            return readRow(ref reader, cache);
        }
        catch (InvalidOperationException)
        {
            return new ListRow<T>(default, Name: null, Problem: "has text in its list that is not UTF-8");
        }
    }

    private bool TryReadMember(ReadOnlySpan<byte> bytes, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            position = Position.End;
            // A response that reports a failure need not list anything.
            return Envelope.RowsName is not null || Envelope.Success == false
                ? true
                : throw new UnexpectedJsonException($"is an object without '{member}'");
        }

        var name = reader;
        if (!reader.Read()) return false;
        if (FindRowsName(ref name, reader.TokenType) is { } rowsName)
        {
            if (Envelope.RowsName is { } other)
                throw other == rowsName
                    ? UnexpectedJsonException.Twice(rowsName)
                    : new UnexpectedJsonException($"has two lists, '{other}' and '{rowsName}'");
            Envelope.RowsName = rowsName;
            if (reader.TokenType == JsonTokenType.StartArray) position = Position.Rows;
            return true;
        }

        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;
        Envelope.Read(ref name, bytes.Slice(start, (int)reader.BytesConsumed - start));
        return true;
    }

    /// <returns>
    /// The name if this is the array of rows, else null. An <c>items</c> or <c>data</c> of another type is no array of
    /// rows.
    /// </returns>
    private string? FindRowsName(ref Utf8JsonReader name, JsonTokenType token)
    {
        if (name.ValueTextEquals(member))
            return token is JsonTokenType.StartArray or JsonTokenType.Null
                ? member
                : throw new UnexpectedJsonException($"has no array for '{member}'");
        if (token != JsonTokenType.StartArray) return null;
        return name.ValueTextEquals("items"u8) ? "items" : name.ValueTextEquals("data"u8) ? "data" : null;
    }

    private static void CheckPartLength(int length)
    {
        if (length > BodyBuffer.Limit)
            throw new UnexpectedJsonException($"has a part longer than {BodyBuffer.Limit >> 20} MiB");
    }
}
