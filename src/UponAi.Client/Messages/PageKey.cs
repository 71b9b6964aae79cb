using System.Globalization;

namespace UponAi.Client.Messages;

/// <summary>
/// Says which page of a list to request: the page with a number, or the page after a key from the list.
/// </summary>
internal readonly record struct PageKey
{
    /// <summary>Gets the number of the page, or null if a key identifies the page.</summary>
    internal long? Number { get; private init; }

    private string? Id { get; init; }

    private int? Version { get; init; }

    internal static PageKey AtNumber(long number) => new() { Number = number };

    /// <param name="id">The key, which is opaque or the id of the last row before the page.</param>
    /// <param name="version">The second part of the key, or null.</param>
    internal static PageKey After(string id, int? version) => new() { Id = id, Version = version };

    internal string ToQuery() => Id is null
        ? string.Format(CultureInfo.InvariantCulture, "page={0}", Number)
        : "paginationKey=" + Uri.EscapeDataString(Id)
            + (Version is { } version ? "&paginationKeyVersion=" + version.ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>Returns the key as the platform wrote it, for messages. The text is not safe to show.</summary>
    public override string ToString() => Id ?? ToQuery();
}
