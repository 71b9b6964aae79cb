namespace UponAi.PowerShell.Current;

/// <summary>Requests a list of the platform.</summary>
internal delegate Task<ListOutcome<T>> ListRequest<T>(IUponAiApi api, CancellationToken cancellationToken);

/// <summary>Sends the request of a list over the connection of a command, and waits for the result.</summary>
internal delegate ListOutcome<T> FetchList<T>(ListRequest<T> request);

/// <summary>Fetches lists that may fail, because a failed list concerns only the rows that need it.</summary>
internal static class ListFetching
{
    /// <summary>Returns either the list or the reason why it could not be fetched.</summary>
    internal static (ListOutcome<T>? List, UponAiException? Failure) TryFetch<T>(
        this FetchList<T> fetch, ListRequest<T> request)
    {
        try
        {
            return (fetch(request), null);
        }
        catch (UponAiException e)
        {
            return (null, e);
        }
    }

    /// <summary>Creates the error for something that a list may have in an unreadable row.</summary>
    /// <param name="owner">The owner of the list, as the beginning of a sentence.</param>
    internal static UponAiException MayBeUnreadable(string owner, string what, UponAiException row) => new(
        UponAiError.InvalidResponse, $"{owner} may have {what} in a row that cannot be read: {row.Message}", row)
    {
        Request = row.Request,
    };
}
