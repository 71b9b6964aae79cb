namespace UponAi;

/// <summary>
/// The changes of a number in a journal: its state before the requests, and its possible states after them.
/// </summary>
internal sealed class NumberHistory
{
    // The possible states after the last request. An unknown outcome has two states: with and without the change.
    private List<PhoneNumber> states = [];

    // Every state that a request found or left. Other states were set by somebody else.
    private readonly List<PhoneNumber> known = [];
    private NumberAssignment? sent;
    private bool hasBegun;

    /// <summary>Gets or sets the last entry, which names the number in errors.</summary>
    internal required JournalEntry Last { get; set; }

    /// <summary>Gets the number before the first request, or null if the journal does not say.</summary>
    internal PhoneNumber? Before { get; private set; }

    /// <summary>Adds the next entry of the number. Ignores entries that did not change the number.</summary>
    internal void Add(JournalEntry entry)
    {
        if (!entry.MayHaveChanged) return;
        // If somebody else changed the number between two requests, the state before the second request is restored.
        if (!hasBegun || IsChangedBefore(entry))
        {
            (Before, states, sent) = (entry.Before, entry.Before is { } before ? [before] : [], null);
            AddLast(known, states);
        }

        (Last, hasBegun) = (entry, true);
        AddStatesAfter(entry);
        AddLast(known, states);
    }

    /// <summary>Adds the next entry of the number if it is a restore, whose change is not undone.</summary>
    internal void AddRestore(JournalEntry entry)
    {
        if (!entry.MayHaveChanged) return;
        var earlier = states;
        // With -Force, a restore also replaces the change of somebody else.
        if (IsChangedBefore(entry)) states = [entry.Before!];
        AddStatesAfter(entry);
        // The undo of such a restore brings back the change of somebody else, which still needs -Force.
        states = states.FindAll(state => known.Exists(found => NumberState.MayBeSame(found, state)));
        if (states.Count == 0) states = earlier;
    }

    /// <summary>Returns true if the number may still be in the state after the requests.</summary>
    internal bool IsAsLeft(PhoneNumber now) => states.Exists(state => NumberState.MayBeSame(state, now));

    /// <summary>Returns the change that restores the state before the requests. Empty if nothing differs.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidJournal"/>: the journal has no state before the requests.
    /// </exception>
    internal NumberAssignment ChangeBack(NumberId number, PhoneNumber now) => Before is { } before && Knows(before)
        ? NumberState.ChangeBack(number, before, now)
        : throw new UponAiException(
            UponAiError.InvalidJournal,
            $"The journal does not say what {DisplayText.Sanitize(Last.Number)} had before, so the number cannot be "
            + "restored. The platform's list was not available to that run, or an older version of the module wrote "
            + "the journal.");

    /// <summary>Returns the change that undoes the requests, if nothing else changed the number.</summary>
    /// <inheritdoc cref="ChangeBack(NumberId, PhoneNumber)" path="/exception"/>
    internal NumberAssignment ChangeBack(NumberId number) => ChangeBack(
        number, Before is { } before && sent is not null ? NumberState.After(before, sent) : new PhoneNumber());

    /// <summary>Creates the error for a number that somebody changed after the requests.</summary>
    internal UponAiException ChangedSince(PhoneNumber now) => new(
        UponAiError.ChangedSince,
        $"{DisplayText.Sanitize(Last.Number)} was changed since the run, and was not restored. The journal left "
        + $"{NumberState.Describe(states.LastOrDefault() ?? now, now)}. To restore the number anyway, use -Force.");

    // True if somebody else changed the number before the entry.
    private bool IsChangedBefore(JournalEntry entry) =>
        entry.Before is { } now && states.Count > 0 && !IsAsLeft(now);

    private void AddStatesAfter(JournalEntry entry)
    {
        var change = entry.Sent?.GetAssignment();
        if (change is not null) sent = Merge(sent, change);
        if (entry.After is { } after) states = [after];
        else if (change is not null) AddLast(states, states.ConvertAll(state => NumberState.After(state, change)));
    }

    // The lists would double with each unknown outcome if they kept equal states.
    private static void AddLast(List<PhoneNumber> list, List<PhoneNumber> added)
    {
        foreach (var state in added)
        {
            list.RemoveAll(other => NumberState.AreEqual(other, state));
            list.Add(state);
        }
    }

    // True if the state before the requests has every changed property.
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
