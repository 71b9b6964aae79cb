namespace UponAi.Client.Journaling;

/// <summary>
/// The state of the numbers in an <see cref="UpdateJournal"/>: the last successful request, the unfinished requests,
/// and the last reported properties. Not safe to use from several threads.
/// </summary>
internal sealed class JournalledNumbers
{
    private readonly Dictionary<(string BaseUri, string Account, string Number), string> done = [];
    private readonly Dictionary<(string BaseUri, string Account, string Number), int> unfinished = [];
    private readonly Dictionary<(string Account, string Number, int? Workspace), PhoneNumber> current = [];

    /// <summary>
    /// Returns true if this request was the last to succeed, and no request for its number is unfinished.
    /// </summary>
    internal bool IsDone((string BaseUri, string Account, string Number) number, string digest) =>
        // An unfinished request may still replace the values of the successful one.
        !unfinished.ContainsKey(number) && done.TryGetValue(number, out var last) && last == digest;

    internal void Begin((string BaseUri, string Account, string Number) number)
    {
        unfinished.TryGetValue(number, out var count);
        unfinished[number] = count + 1;
    }

    internal void End((string BaseUri, string Account, string Number) number)
    {
        if (!unfinished.TryGetValue(number, out var count)) return;
        if (count == 1) unfinished.Remove(number);
        else unfinished[number] = count - 1;
    }

    /// <summary>Updates the state from a line.</summary>
    internal void Remember(JournalLine line)
    {
        var number = (line.BaseUri, line.Account, line.Number);
        if (line.Outcome is JournalOutcome.Succeeded or JournalOutcome.Unchanged) done[number] = line.Digest;
        else done.Remove(number);
    }

    /// <summary>Returns the last reported state of the request's number, or null if it is not known.</summary>
    internal PhoneNumber? FindCurrent(JournalledRequest request)
    {
        var (account, number) = (request.Location.AccountSid, request.Assignment.Number.Value);
        return current.TryGetValue((account, number, request.Location.WorkspaceId), out var found)
            || current.TryGetValue((account, number, null), out found) ? found : null;
    }

    /// <summary>Stores a number from the platform's list.</summary>
    internal void SetCurrent(string account, PhoneNumber phone)
    {
        if (phone.Number is not null) current[(account, phone.Number, phone.WorkspaceId)] = phone;
    }

    /// <summary>Stores the state after a request. Null means that the state is no longer known.</summary>
    internal void SetCurrent(JournalledRequest request, PhoneNumber? after)
    {
        var (account, number) = (request.Location.AccountSid, request.Assignment.Number.Value);
        current.Remove((account, number, null));
        if (after is null) current.Remove((account, number, request.Location.WorkspaceId));
        else current[(account, number, request.Location.WorkspaceId)] = after;
    }
}
