namespace UponAi;

/// <summary>
/// What the requests of a journal did to one number: what it had before, and what they may have left.
/// </summary>
internal sealed class NumberHistory
{
    // Several where the outcome of a request is unknown: with and without its change.
    private List<PhoneNumber> left = [];
    private NumberAssignment? sent;
    private bool hasBegun;

    /// <summary>The last entry, which stands for the number in errors.</summary>
    internal required JournalEntry Last { get; set; }

    /// <summary>What the number had before the first request, or null where the journal does not say.</summary>
    internal PhoneNumber? Before { get; private set; }

    /// <summary>Takes in the next entry of the number. Entries of requests that were not sent change nothing.</summary>
    internal void Add(JournalEntry entry)
    {
        if (entry.Outcome == JournalOutcome.Unchanged) return;
        var isFirst = !hasBegun;
        (Last, hasBegun) = (entry, true);
        // Somebody else changed the number between two requests: what that made of it is what is to come back.
        var isChangedBetween = entry.Before is { } now
            && left.Count > 0
            && !left.Exists(state => NumberState.MayBeSame(state, now));
        if (isFirst || isChangedBetween) (Before, left) = (entry.Before, entry.Before is { } before ? [before] : []);
        sent = entry.Sent is { } row ? Merge(isChangedBetween ? null : sent, row.GetAssignment()) : sent;
        if (entry.After is { } after) left = [after];
        else if (entry.Sent is { } change)
            left.AddRange([.. left.Select(state => NumberState.After(state, change.GetAssignment()))]);
    }

    /// <summary>True if the number may still be as the requests left it.</summary>
    internal bool IsAsLeft(PhoneNumber now) => left.Exists(state => NumberState.MayBeSame(state, now));

    /// <summary>Returns the change that brings back what the number had before; empty if it has it.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidJournal"/>: the journal does not say what the number had before.
    /// </exception>
    internal NumberAssignment ChangeBack(NumberId number, PhoneNumber now) => Before is { } before && Knows(before)
        ? NumberState.ChangeBack(number, before, now)
        : throw new UponAiException(
            UponAiError.InvalidJournal,
            $"The journal does not say what {DisplayText.Sanitize(Last.Number)} had before, so it cannot be restored. "
            + "The platform's list was not available to that run, or an older version of the module wrote the journal.");

    /// <summary>Creates the error for a number that is no longer as the requests left it.</summary>
    internal UponAiException ChangedSince(PhoneNumber now) => new(
        UponAiError.ChangedSince,
        $"{DisplayText.Sanitize(Last.Number)} was changed since, and is left alone. The journal left "
        + $"{NumberState.Describe(left.LastOrDefault() ?? now, now)}. To restore it all the same, use -Force.");

    // What the requests changed must be known, or a part of the number would stay changed.
    private bool Knows(PhoneNumber before) =>
        (sent?.Inbound.Kind is null or ChangeKind.Unchanged || before.ReportsInbound)
        && (sent?.Outbound.Kind is null or ChangeKind.Unchanged || before.ReportsOutbound)
        && (sent?.InboundWebhook.Kind is null or ChangeKind.Unchanged || before.ReportsWebhook)
        && (sent?.TimeRouting is null || before.ReportsTimeRouting);

    private static NumberAssignment Merge(NumberAssignment? earlier, NumberAssignment later) =>
        earlier is null ? later : later with
        {
            Inbound = Later(earlier.Inbound, later.Inbound),
            Outbound = Later(earlier.Outbound, later.Outbound),
            InboundWebhook = Later(earlier.InboundWebhook, later.InboundWebhook),
            TimeRouting = later.TimeRouting ?? earlier.TimeRouting,
        };

    private static Change<T> Later<T>(Change<T> earlier, Change<T> later)
        where T : notnull => later.Kind == ChangeKind.Unchanged ? earlier : later;
}
