namespace UponAi.Client.Journaling;

/// <summary>
/// What a journal knows of the numbers: which request succeeded last, which requests are under way, and what the
/// platform reported last. Not safe to use from several threads at once.
/// </summary>
internal sealed class JournalledNumbers
{
    private readonly Dictionary<(string BaseUri, string Account, string Number), string> done = [];
    private readonly Dictionary<(string BaseUri, string Account, string Number), int> underWay = [];
    private readonly Dictionary<(string Account, string Number, int? Workspace), PhoneNumber> current = [];

    /// <summary>True if this request succeeded last, and none for its number is under way.</summary>
    internal bool IsDone((string BaseUri, string Account, string Number) number, string digest) =>
        // While a later request for the number is under way, what succeeded before it is not the last word.
        !underWay.ContainsKey(number) && done.TryGetValue(number, out var last) && last == digest;

    internal void Begin((string BaseUri, string Account, string Number) number)
    {
        underWay.TryGetValue(number, out var count);
        underWay[number] = count + 1;
    }

    internal void End((string BaseUri, string Account, string Number) number)
    {
        if (!underWay.TryGetValue(number, out var count)) return;
        if (count == 1) underWay.Remove(number);
        else underWay[number] = count - 1;
    }

    /// <summary>Takes over what a line says.</summary>
    internal void Remember(JournalLine line)
    {
        var number = (line.BaseUri, line.Account, line.Number);
        if (line.Outcome is JournalOutcome.Succeeded or JournalOutcome.Unchanged) done[number] = line.Digest;
        else done.Remove(number);
    }

    /// <summary>Returns what the platform reported last, or null where that is not known.</summary>
    internal PhoneNumber? FindCurrent(JournalledRequest request)
    {
        var (account, number) = (request.Location.AccountSid, request.Assignment.Number.Value);
        return current.TryGetValue((account, number, request.Location.WorkspaceId), out var found)
            || current.TryGetValue((account, number, null), out found) ? found : null;
    }

    /// <summary>Takes over what the platform lists.</summary>
    internal void SetCurrent(string account, PhoneNumber phone)
    {
        if (phone.Number is not null) current[(account, phone.Number, phone.WorkspaceId)] = phone;
    }

    /// <summary>
    /// Takes over what the platform answered; null means that what the number has is no longer known.
    /// </summary>
    internal void SetCurrent(JournalledRequest request, PhoneNumber? after)
    {
        var (account, number) = (request.Location.AccountSid, request.Assignment.Number.Value);
        current.Remove((account, number, null));
        if (after is null) current.Remove((account, number, request.Location.WorkspaceId));
        else current[(account, number, request.Location.WorkspaceId)] = after;
    }
}
