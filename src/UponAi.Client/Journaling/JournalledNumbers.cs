namespace UponAi.Client.Journaling;

/// <summary>
/// The state of the numbers in an <see cref="UpdateJournal"/>: the last request, the unfinished requests, and the last
/// reported states as JSON. Not safe to use from several threads.
/// </summary>
internal sealed class JournalledNumbers
{
    private readonly Dictionary<NumberKey, LastRequest> lastRequests = [];
    private readonly Dictionary<NumberKey, int> unfinished = [];
    private readonly Dictionary<(string Account, string Number, int? Workspace), byte[]> current = [];

    /// <summary>Returns what <see cref="IUpdateJournal.IsDone"/> defines, for the request with this digest.</summary>
    internal bool IsDone(NumberKey number, string digest) =>
        // An unfinished request may still replace the values of the successful one.
        !unfinished.ContainsKey(number)
        && lastRequests.TryGetValue(number, out var request)
        && request.Digest == digest;

    internal void Begin(NumberKey number)
    {
        unfinished.TryGetValue(number, out var count);
        unfinished[number] = count + 1;
    }

    internal void End(NumberKey number)
    {
        if (!unfinished.TryGetValue(number, out var count)) return;
        if (count == 1) unfinished.Remove(number);
        else unfinished[number] = count - 1;
    }

    /// <summary>Updates the last request of a number from a line.</summary>
    internal void Add(JournalLine line)
    {
        var number = NumberKey.Create(line.BaseUri, line.Account, line.Workspace, line.Number);
        // A later request may be sent before the outcome of this one is written.
        if (lastRequests.TryGetValue(number, out var last) && last.Run == line.Run && last.Sequence > line.Sequence)
            return;
        var isDone = line.Outcome is JournalOutcome.Succeeded or JournalOutcome.Unchanged;
        lastRequests[number] = new LastRequest(isDone ? line.Digest : null, line.Run, line.Sequence);
    }

    /// <summary>Returns the last reported state of the request's number, or null if unknown.</summary>
    internal byte[]? FindCurrent(JournalledRequest request)
    {
        var (account, number) = (request.Location.AccountSid, request.Assignment.Number.Value);
        return current.TryGetValue((account, number, request.Location.WorkspaceId), out var found)
            || current.TryGetValue((account, number, null), out found) ? found : null;
    }

    /// <summary>Stores a number from the platform's list.</summary>
    internal void SetCurrent(string account, PhoneNumber phone)
    {
        if (phone.Number is not null) current[(account, phone.Number, phone.WorkspaceId)] = JournalState.Write(phone);
    }

    /// <summary>Stores the state after a request. Null means that the state is no longer known.</summary>
    internal void SetCurrent(JournalledRequest request, byte[]? after)
    {
        var (account, number) = (request.Location.AccountSid, request.Assignment.Number.Value);
        current.Remove((account, number, null));
        if (after is null) current.Remove((account, number, request.Location.WorkspaceId));
        else current[(account, number, request.Location.WorkspaceId)] = after;
    }
}

/// <summary>The last request of a number.</summary>
/// <param name="Digest">The digest of a successful request, otherwise null.</param>
/// <param name="Run">The run of the request.</param>
/// <param name="Sequence">The position of the request in its run.</param>
internal readonly record struct LastRequest(string? Digest, string? Run, long? Sequence);

/// <summary>
/// Identifies a number in a journal. For a number that is in one workspace only, the last request counts wherever that
/// request put the number.
/// </summary>
internal readonly record struct NumberKey(string BaseUri, string Account, int? Workspace, string Number)
{
    internal static NumberKey Create(string baseUri, string account, int workspace, string number) =>
        new(baseUri, account, NumberId.IsInOneWorkspace(number) ? null : workspace, number);
}
