using System.Globalization;
using UponAi.Client.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Operations;

/// <summary>
/// Finds the next page of a list for <see cref="ListFetcher"/>. Throws if the list repeats itself or continues in an
/// unknown way. A number missing from an incomplete list would otherwise count as not existing.
/// </summary>
/// <param name="errorText">The names of the list and its rows.</param>
/// <param name="getName">Returns the identifying text of a row, or null if the row has none.</param>
/// <param name="getKeyAfter">
/// Returns the key of the page after a row. Null if only the response can name the next page.
/// </param>
internal sealed class PageSequence<T>(
    ListErrorText errorText, Func<T, string?> getName, Func<T, PageKey>? getKeyAfter)
{
    // 1000 pages of 1000 agents. Other lists may have short pages.
    private readonly int maxPages = getKeyAfter is null ? 100_000 : 1000;
    private readonly HashSet<PageKey> usedKeys = [];
    private readonly HashSet<string> firstNames = new(StringComparer.Ordinal);
    private IReadOnlyList<T>? firstPageRows;
    private HashSet<string>? names;
    private long firstPage = 1;
    private int pageCount;
    private long rowCount;

    /// <summary>Returns the new rows of a page. Pages overlap if rows are added while the list is fetched.</summary>
    internal IReadOnlyList<T> TakeNewRows(IReadOnlyList<T> page)
    {
        var isFirst = firstPageRows is null;
        firstPageRows ??= page;
        // Most lists have one page, and need no set of names.
        if (!isFirst)
        {
            names ??= new HashSet<string>(firstPageRows.Select(getName).OfType<string>(), StringComparer.Ordinal);
            page = [.. page.Where(row => getName(row) is not { } name || names.Add(name))];
        }

        rowCount += page.Count;
        return page;
    }

    /// <summary>Returns the key of the next page, or null at the end.</summary>
    /// <param name="page">The page.</param>
    /// <param name="requested">The key of that page, or null for the first page.</param>
    /// <param name="hasNextLink">True if the response has a <c>Link</c> header to a next page.</param>
    /// <exception cref="EndlessListException">The list repeats itself, or has too many pages.</exception>
    /// <exception cref="UnexpectedJsonException">
    /// The next page cannot be found, or rows are missing. The message continues "The response".
    /// </exception>
    internal PageKey? FindNextKey(ListParser<T> page, PageKey? requested, bool hasNextLink)
    {
        pageCount++;
        rowCount += page.Unreadable.Count;
        var next = Find(page, requested, hasNextLink);
        if (next is { } key && (!usedKeys.Add(key) || pageCount >= maxPages))
        {
            // An empty page that repeats its own key is a common way to end a list.
            if (page.Rows.Count == 0 && page.Envelope.HasMore != true) next = null;
            else if (pageCount >= maxPages) throw Endless(pageCount, "still has more");
            else
                throw Endless(
                    pageCount - 1,
                    $"gives the key '{DisplayText.Sanitize(key.ToString())}' for the next page again");
        }

        if (page.Rows.Count > 0 && getName(page.Rows[0]) is { } first && !firstNames.Add(first))
            throw Endless(pageCount - 1, $"repeats the page that begins with '{DisplayText.Sanitize(first)}'");
        return next;
    }

    private PageKey? Find(ListParser<T> page, PageKey? requested, bool hasNextLink)
    {
        var envelope = page.Envelope;
        PageKey? next = null;
        if (envelope.HasMore != false)
        {
            next = envelope.Key ?? FindNextNumber(envelope, requested);
            var isStated = envelope.HasKey || envelope.Pages is not null;
            if (next is null && !isStated && envelope.UnknownNext is { } name) throw Unknown($"'{name}'");
            if (next is null && !isStated && hasNextLink) throw Unknown("a Link header");
            if (next is null && !isStated && getKeyAfter is not null) next = FindAfterLastRow(page);
            if (next is null && envelope.HasMore == true) throw Unknown("'has_more' without a key or a page");
        }

        if (next is null && envelope.Total is { } total && total > rowCount)
            throw new UnexpectedJsonException(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "says that there are {0} rows of {1}, but contains only {2}",
                    total,
                    errorText.Name,
                    rowCount));
        return next;
    }

    private PageKey? FindNextNumber(ListEnvelope envelope, PageKey? requested)
    {
        if (envelope.Pages is not { } count) return null;
        if (requested is null) firstPage = envelope.Page ?? 1;
        var number = requested?.Number ?? firstPage;
        if (envelope.Page is { } answered && answered != number || firstPage is < 0 or > 1)
            throw new UnexpectedJsonException(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "is page {0} of {1}, but page {2} was requested",
                    envelope.Page,
                    errorText.Name,
                    requested?.Number ?? 1));
        return number + 1 < firstPage + count ? PageKey.AtNumber(number + 1) : null;
    }

    private PageKey? FindAfterLastRow(ListParser<T> page)
    {
        if (page.IsLastUnreadable)
            throw new UnexpectedJsonException(
                "ends with an unreadable row, so that the next page cannot be requested");
        // A short page is not the end: the platform may return fewer rows than requested.
        return page.Rows.Count == 0 ? null : getKeyAfter!(page.Rows[page.Rows.Count - 1]);
    }

    private UnexpectedJsonException Unknown(string how) =>
        new(
            $"says with {how} that {errorText.Name} continue, but does not name the next page in a known form, so that "
            + "the list would be incomplete");

    private EndlessListException Endless(int count, string why) => new(string.Format(
        CultureInfo.InvariantCulture,
        "The list of {0} does not end: after {1} {2} the platform {3}. The list is not used, because {4} "
        + "may be missing.",
        errorText.Name,
        count,
        count == 1 ? "page" : "pages",
        why,
        errorText.Rows));
}

/// <summary>The exception for a list without an end.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1032", Justification = "Never leaves the client, and always needs a message.")]
internal sealed class EndlessListException(string message) : Exception(message);
