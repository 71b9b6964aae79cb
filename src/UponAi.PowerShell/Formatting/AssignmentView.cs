namespace UponAi.PowerShell.Formatting;

/// <summary>
/// The column <c>Assignment</c> of the tables in <c>UponAi.Format.ps1xml</c>. Each agent has its own line. With the
/// platform's ids of 32 characters, the column fits a window of 80 characters:
/// <code>
/// in    agent_d3c2df14e163c7ca8ac5b1bf38@0 50%
///       agent_1f864a29b7c2ab407103c88335@0 50%
/// out   agent_d3c2df14e163c7ca8ac5b1bf38@0
/// hook  https://example.com/inbound
/// time  on
/// </code>
/// </summary>
public static class AssignmentView
{
    private const int LabelWidth = 6;

    /// <summary>
    /// Gets the assignment of a <see cref="UponAi.PhoneNumber"/>. Time routing has a line only when on.
    /// </summary>
    public static ViewText PhoneNumber { get; } = new(number => Write(
    [
        .. ReadParts(number).Where(part => part is not { Label: "time", Lines: not ["on"] }),
        new("error", ToLines(PhoneNumberView.ImportError(number))),
    ]));

    /// <summary>Gets the changes of a <see cref="UponAi.PlanRow"/>.</summary>
    public static ViewText PlanRow { get; } = new(row => Write(ReadParts(row)));

    /// <summary>
    /// Gets what a request of a <see cref="UponAi.JournalEntry"/> changed, and under each value the earlier value:
    /// <code>
    /// in    agent_d3c2df14e163c7ca8ac5b1bf38@1
    /// was   agent_1f864a29b7c2ab407103c88335@0
    /// </code>
    /// The last line is the id of the error.
    /// </summary>
    public static ViewText JournalEntry { get; } = new(entry => Write(ReadJournalEntry(entry)));

    private static IEnumerable<Part> ReadJournalEntry(PSObject entry)
    {
        var before = ReadValue(nameof(UponAi.JournalEntry.Before));
        foreach (var sent in ReadValue(nameof(UponAi.JournalEntry.Sent)))
        {
            if (sent.Lines.Count == 0) continue;
            yield return sent;
            if (before.FirstOrDefault(part => part.Label == sent.Label) is { } was)
                yield return new("was", was.Lines.Count > 0 ? was.Lines : [ClearKeyword.Text]);
        }

        yield return new("error", ToLines(ViewText.Show(entry, nameof(UponAi.JournalEntry.Error))));

        Part[] ReadValue(string property) =>
            ViewText.GetValue(entry, property) is { } value ? ReadParts(PSObject.AsPSObject(value)) : [];
    }

    /// <summary>Reads a phone number or a plan row.</summary>
    private static Part[] ReadParts(PSObject source)
    {
        var timeRouting = ViewText.GetValue(source, nameof(UponAi.PhoneNumber.IsTimeRoutingEnabled))
            ?? ViewText.GetValue(source, nameof(UponAi.PlanRow.TimeRouting));
        return
        [
            new("in", PhoneNumberView.GetInboundAgents(source)),
            new("out", PhoneNumberView.GetOutboundAgents(source)),
            new("hook", ToLines(ViewText.Show(source, nameof(UponAi.PhoneNumber.InboundWebhookUrl)))),
            new("time", ToLines(ViewText.ShowSwitch(timeRouting))),
        ];
    }

    private static IReadOnlyList<string> ToLines(string text) => text.Length > 0 ? [text] : [];

    private static string Write(IEnumerable<Part> parts) =>
        string.Join("\n", parts.SelectMany(part => AddLabel(part.Label, part.Lines)));

    private static IEnumerable<string> AddLabel(string label, IReadOnlyList<string> lines) =>
        lines.Select((line, i) => (i == 0 ? label : "").PadRight(LabelWidth) + line);

    private sealed record Part(string Label, IReadOnlyList<string> Lines);
}
