using System.Text.Json;

namespace UponAi.Client.Wire;

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
