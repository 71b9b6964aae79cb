using System.Text.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Json;

/// <summary>The members of a list response other than its rows: success, message and paging.</summary>
internal sealed class ListEnvelope
{
    // Objects that hold members about pages, in the vendor's own lists and in other common forms.
    private static readonly string[] PageObjects =
        ["pagination", "paging", "page_info", "pageInfo", "meta", "links", "_links"];
    private static readonly string[] MoreNames =
        ["has_more", "hasMore", "more", "has_next", "hasNext", "has_next_page", "hasNextPage"];
    private static readonly string[] PageNumberNames = ["page", "current_page", "currentPage"];
    private static readonly string[] PageCountNames =
        ["pages", "total_pages", "totalPages", "page_count", "pageCount"];
    private static readonly string[] TotalNames = ["total", "total_count", "totalCount"];
    private static readonly string[] LimitNames = ["limit", "per_page", "perPage", "page_size", "pageSize"];

    private string? keyId;
    private int? keyVersion;
    private long? pages;
    private long? limit;

    /// <summary>Gets the success flag. Null if the response does not say.</summary>
    internal bool? Success { get; private set; }

    internal string? Message { get; private set; }

    /// <summary>Gets or sets the name of the array of rows. Null until the array begins.</summary>
    internal string? RowsName { get; set; }

    /// <summary>True if the response states a key for the next page, even if the key is null.</summary>
    internal bool HasKey { get; private set; }

    /// <summary>Gets the key of the next page. Null at the end.</summary>
    internal PageKey? Key => string.IsNullOrEmpty(keyId) ? null : PageKey.After(keyId!, keyVersion);

    /// <summary>Gets whether there are more rows. Null if the response does not say.</summary>
    internal bool? HasMore { get; private set; }

    /// <summary>Gets the number of this page. Null if the response does not say.</summary>
    internal long? Page { get; private set; }

    /// <summary>Gets the number of pages. Null if the response does not say.</summary>
    internal long? Pages => pages ?? CountPages();

    /// <summary>Gets the number of rows on all pages. Null if the response does not say.</summary>
    internal long? Total { get; private set; }

    /// <summary>Gets the name of a member that points to a next page in an unknown form, or null.</summary>
    internal string? UnknownNext { get; private set; }

    /// <summary>Reads a member that is not the array of rows.</summary>
    /// <param name="name">A reader that is positioned on the name.</param>
    /// <param name="value">The complete value.</param>
    internal void Read(ref Utf8JsonReader name, ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        reader.Read();
        if (name.ValueTextEquals("success"u8))
            Success = Success is null
                ? JsonScalars.ReadBool(ref reader, "success")
                : throw UnexpectedJsonException.Twice("success");
        else if (name.ValueTextEquals("message"u8)) Message = JsonScalars.ReadText(ref reader, "message");
        else if (name.FindName(PageObjects) is null || reader.TokenType != JsonTokenType.StartObject)
            ReadPaging(ref name, ref reader);
        else
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var member = reader;
                reader.Read();
                ReadPaging(ref member, ref reader);
                reader.Skip();
            }
        }
    }

    // Without a page number, the list may continue by offset, and then a page cannot be requested by its number.
    private long? CountPages() =>
        Page is not null && Total is { } rows && limit is > 0 and { } length ? (rows + length - 1) / length : null;

    private void ReadPaging(ref Utf8JsonReader name, ref Utf8JsonReader value)
    {
        if (name.FindName("pagination_key", "paginationKey") is { } key)
        {
            keyId = HasKey ? throw UnexpectedJsonException.Twice(key) : JsonScalars.ReadPageKey(ref value, key);
            HasKey = true;
        }
        else if (name.FindName("pagination_key_version", "paginationKeyVersion") is { } version)
            keyVersion = JsonScalars.ReadInt(ref value, version);
        else if (name.FindName(MoreNames) is { } more) HasMore = JsonScalars.ReadBool(ref value, more) ?? HasMore;
        else if (IsScalar(value.TokenType) && TryReadCount(ref name, ref value)) return;
        else if (PointsToNextPage(ref name, ref value)) UnknownNext = name.GetString();
    }

    private static bool IsScalar(JsonTokenType token) =>
        token is JsonTokenType.Number or JsonTokenType.String or JsonTokenType.Null;

    private bool TryReadCount(ref Utf8JsonReader name, ref Utf8JsonReader value)
    {
        if (name.FindName(PageNumberNames) is { } page) Page = JsonScalars.ReadLong(ref value, page) ?? Page;
        else if (name.FindName(PageCountNames) is { } count) pages = JsonScalars.ReadLong(ref value, count) ?? pages;
        else if (name.FindName(TotalNames) is { } total) Total = JsonScalars.ReadLong(ref value, total) ?? Total;
        else if (name.FindName(LimitNames) is { } length) limit = JsonScalars.ReadLong(ref value, length) ?? limit;
        else return false;
        return true;
    }

    // Names such as next, next_page, nextPageToken, @odata.nextLink, cursor and continuation_token.
    private static bool PointsToNextPage(ref Utf8JsonReader name, ref Utf8JsonReader value)
    {
        if (value.TokenType is JsonTokenType.Null or JsonTokenType.False) return false;
        if (value.TokenType == JsonTokenType.String && value.ValueSpan.IsEmpty) return false;
        var text = name.GetString()!;
        return text.StartsWith("next", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("continuation", StringComparison.OrdinalIgnoreCase)
            || text is "cursor" or "@odata.nextLink";
    }
}
