using System.Globalization;
using System.Text.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Json;

/// <summary>Reads a row of a list; the reader stands at the row's beginning.</summary>
internal delegate T ListRowReader<out T>(ref Utf8JsonReader reader);

/// <summary>
/// The rows of a list, each read as soon as it has arrived: a bare array of them, or an object that has the array beside other members. Only the row that is
/// arriving is in memory as JSON, so that a list may have up to <see cref="Limit"/> bytes and a row up to <see cref="BodyBuffer.Limit"/>.
/// </summary>
/// <param name="member">The name of the array in an object.</param>
internal sealed class ListParser<T>(string member, ListRowReader<T> readRow) : IStreamingParser
{
    /// <summary>The longest list that is read, in bytes after decompression: about a million phone numbers.</summary>
    internal const long Limit = 1L << 30;

    private List<T> rows = [];
    private JsonReaderState state;
    private Place place;
    private bool isBare;
    private long taken;

    private enum Place
    {
        Start,
        Members,
        Rows,
        End,
    }

    internal IReadOnlyList<T> Rows => rows;

    internal ListEnvelope Envelope { get; private set; } = new();

    /// <summary>Why the list cannot be read, where it cannot.</summary>
    internal Exception? Problem { get; private set; }

    public bool IsDone { get; private set; }

    public void Clear()
    {
        rows = [];
        Envelope = new();
        (state, place, isBare, taken, Problem, IsDone) = (default, Place.Start, false, 0, null, false);
    }

    public int Take(ReadOnlySpan<byte> bytes, bool isLast)
    {
        try
        {
            var count = Read(bytes, isLast);
            taken += count;
            if (taken > Limit) throw new UnexpectedJsonException(string.Format(CultureInfo.InvariantCulture, "is longer than {0} MiB", Limit >> 20));
            CheckPart(bytes.Length - count);
            IsDone = isLast;
            return count;
        }
        // The reader reports text that is not UTF-8 as an invalid operation.
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

    /// <returns>False when what comes next has not arrived whole, or nothing comes.</returns>
    private bool TryReadNext(ReadOnlySpan<byte> bytes, Utf8JsonReader reader, out Utf8JsonReader after)
    {
        after = reader;
        if (!after.Read()) return false;
        switch (place)
        {
            case Place.Start:
                Begin(after.TokenType);
                return true;
            case Place.Rows:
                return TryReadRow(bytes, ref after);
            default:
                return TryReadMember(bytes, ref after);
        }
    }

    private void Begin(JsonTokenType token)
    {
        if (token is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) throw new UnexpectedJsonException("is JSON, and neither an array nor an object");
        isBare = token == JsonTokenType.StartArray;
        place = isBare ? Place.Rows : Place.Members;
    }

    private bool TryReadRow(ReadOnlySpan<byte> bytes, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            place = isBare ? Place.End : Place.Members;
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartObject) throw new UnexpectedJsonException("has in its list something that is no object");
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;
        var length = (int)reader.BytesConsumed - start;
        CheckPart(length);
        // A reader of its own, which knows that all of the row is there.
        var row = new Utf8JsonReader(bytes.Slice(start, length));
        row.Read();
        rows.Add(readRow(ref row));
        return true;
    }

    private bool TryReadMember(ReadOnlySpan<byte> bytes, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            place = Place.End;
            // Whoever says that it failed need not list anything.
            return Envelope.HasRows || Envelope.Success == false ? true : throw new UnexpectedJsonException($"is an object without '{member}'");
        }

        var name = reader;
        if (!reader.Read()) return false;
        if (name.ValueTextEquals(member))
        {
            Envelope.BeginRows(member);
            if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null)) throw new UnexpectedJsonException($"has for '{member}' no array");
            if (reader.TokenType == JsonTokenType.StartArray) place = Place.Rows;
            return true;
        }

        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;
        Envelope.Read(ref name, bytes.Slice(start, (int)reader.BytesConsumed - start));
        return true;
    }

    private static void CheckPart(int length)
    {
        if (length > BodyBuffer.Limit) throw new UnexpectedJsonException(string.Format(CultureInfo.InvariantCulture, "has a part longer than {0} MiB", BodyBuffer.Limit >> 20));
    }
}

/// <summary>What an answer says beside the rows of its list. A bare array says nothing.</summary>
internal sealed class ListEnvelope
{
    private string? keyId;
    private int? keyVersion;

    /// <summary>None where the answer does not say.</summary>
    internal bool? Success { get; private set; }

    internal string? Message { get; private set; }

    /// <summary>True when the answer has the rows, or null for them.</summary>
    internal bool HasRows { get; private set; }

    /// <summary>True when the answer says where the next page begins, or that there is none.</summary>
    internal bool HasKey { get; private set; }

    /// <summary>Where the next page begins; none at the end.</summary>
    internal PageKey? Key => string.IsNullOrEmpty(keyId) ? null : new PageKey(keyId!, keyVersion);

    internal void BeginRows(string member)
    {
        if (HasRows) throw UnexpectedJsonException.Twice(member);
        HasRows = true;
    }

    /// <summary>Reads a member that is not the rows.</summary>
    /// <param name="name">Stands at the name.</param>
    /// <param name="value">The whole value.</param>
    internal void Read(ref Utf8JsonReader name, ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        reader.Read();
        if (name.ValueTextEquals("success"u8)) Success = Success is null ? JsonScalars.ReadBool(ref reader, "success") : throw UnexpectedJsonException.Twice("success");
        else if (name.ValueTextEquals("message"u8)) Message = JsonScalars.ReadText(ref reader, "message");
        else if (name.ValueTextEquals("pagination_key"u8)) (keyId, HasKey) = (HasKey ? throw UnexpectedJsonException.Twice("pagination_key") : JsonScalars.ReadText(ref reader, "pagination_key"), true);
        else if (name.ValueTextEquals("pagination_key_version"u8)) keyVersion = JsonScalars.ReadInt(ref reader, "pagination_key_version");
    }
}
