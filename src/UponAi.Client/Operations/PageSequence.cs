using System.Globalization;
using UponAi.Client.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Operations;

/// <summary>
/// Finds the next page of a list. Throws if the list repeats itself or continues in an unknown way. A number missing
/// from an incomplete list would otherwise count as not existing.
/// </summary>
/// <param name="text">The texts for errors of the list.</param>
/// <param name="keyOf">
/// Returns the key of the page after a row. Null if only the response can name the next page.
/// </param>
/// <param name="nameOf">Returns the identifying text of a row.</param>
internal sealed class PageSequence<T>(ListErrorText text, Func<T, PageKey>? keyOf, Func<T, string?> nameOf)
{
    // 1000 pages of 1000 agents. Other lists may have short pages.
    private readonly int maxPages = keyOf is null ? 100_000 : 1000;
    private readonly HashSet<PageKey> keys = [];
    private readonly HashSet<string> firstRows = new(StringComparer.Ordinal);
    private IReadOnlyList<T>? firstPageRows;
    private HashSet<string>? seen;
    private long firstPage = 1;
    private int pages;
    private long rows;

    /// <summary>Returns the new rows of a page. Pages overlap if rows are added while the list is fetched.</summary>
    internal IReadOnlyList<T> TakeNewRows(IReadOnlyList<T> page)
    {
        var isFirst = firstPageRows is null;
        firstPageRows ??= page;
        // Most lists have one page, and need no set of names.
        if (!isFirst)
        {
            seen ??= new HashSet<string>(firstPageRows.Select(nameOf).OfType<string>(), StringComparer.Ordinal);
            page = [.. page.Where(row => nameOf(row) is not { } name || seen.Add(name))];
        }

        rows += page.Count;
        return page;
    }

    /// <summary>Returns the key of the next page, or null at the end.</summary>
    /// <param name="page">The page.</param>
    /// <param name="asked">The key of that page, or null for the first page.</param>
    /// <param name="hasNextLink">True if the response has a <c>Link</c> header to a next page.</param>
    /// <exception cref="UnexpectedJsonException">
    /// The list repeats itself, or the next page cannot be found. The message continues "The response".
    /// </exception>
    internal PageKey? Next(ListParser<T> page, PageKey? asked, bool hasNextLink)
    {
        pages++;
        rows += page.Unreadable.Count;
        var next = Find(page, asked, hasNextLink);
        if (next is { } key && (!keys.Add(key) || pages >= maxPages))
        {
            // An empty page that repeats its own key is a common way to end a list.
            if (page.Rows.Count == 0 && page.Envelope.HasMore != true) next = null;
            else if (pages >= maxPages) throw Endless(pages, "still has more");
            else
                throw Endless(
                    pages - 1,
                    $"gives the key '{DisplayText.Sanitize(key.Id ?? key.ToQuery())}' for the next page again");
        }

        if (page.Rows.Count > 0 && nameOf(page.Rows[0]) is { } first && !firstRows.Add(first))
            throw Endless(pages - 1, $"repeats the page that begins with '{DisplayText.Sanitize(first)}'");
        return next;
    }

    private PageKey? Find(ListParser<T> page, PageKey? asked, bool hasNextLink)
    {
        var envelope = page.Envelope;
        PageKey? next = null;
        if (envelope.HasMore != false)
        {
            next = envelope.Key ?? FindNextNumber(envelope, asked);
            var isStated = envelope.HasKey || envelope.Pages is not null;
            if (next is null && !isStated && envelope.UnknownNext is { } name) throw Unknown($"'{name}'");
            if (next is null && !isStated && hasNextLink) throw Unknown("a Link header");
            if (next is null && !isStated && keyOf is not null) next = FindAfterLastRow(page);
            if (next is null && envelope.HasMore == true) throw Unknown("'has_more' without a key or a page");
        }

        if (next is null && envelope.Total is { } total && total > rows)
            throw new UnexpectedJsonException(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "says that there are {0} rows of {1}, but contains only {2}",
                    total,
                    text.Name,
                    rows));
        return next;
    }

    private PageKey? FindNextNumber(ListEnvelope envelope, PageKey? asked)
    {
        if (envelope.Pages is not { } count) return null;
        if (asked is null) firstPage = envelope.Page ?? 1;
        var number = asked?.Page ?? firstPage;
        if (envelope.Page is { } answered && answered != number || firstPage is < 0 or > 1)
            throw new UnexpectedJsonException(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "is page {0} of {1}, but page {2} was requested",
                    envelope.Page,
                    text.Name,
                    asked?.Page ?? 1));
        return number + 1 < firstPage + count ? new PageKey(null, null, number + 1) : null;
    }

    private PageKey? FindAfterLastRow(ListParser<T> page)
    {
        if (page.IsLastUnreadable)
            throw new UnexpectedJsonException(
                "ends with an unreadable row, so that the next page cannot be requested");
        // A short page is not the end: the platform may return fewer rows than requested.
        return page.Rows.Count == 0 ? null : keyOf!(page.Rows[page.Rows.Count - 1]);
    }

    private UnexpectedJsonException Unknown(string how) =>
        new(
            $"says with {how} that {text.Name} continue, but does not name the next page in a known form, so that "
            + "the list would be incomplete");

    private EndlessListException Endless(int count, string why) => new(string.Format(
        CultureInfo.InvariantCulture,
        "The list of {0} does not end: after {1} {2} the platform {3}. The list is not used, because {4} "
        + "may be missing.",
        text.Name,
        count,
        count == 1 ? "page" : "pages",
        why,
        text.Rows));
}

/// <summary>The exception for a list without an end.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1032", Justification = "Never leaves the client, and always needs a message.")]
internal sealed class EndlessListException(string message) : Exception(message);
