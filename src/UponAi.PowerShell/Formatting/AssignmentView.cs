namespace UponAi.PowerShell.Formatting;

/// <summary>
/// The column <c>Assignment</c> of tables. Each agent has its own line. With the platform's ids of 32 characters, the
/// column fits a window of 80 characters:
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
        ("in", PhoneNumberView.GetInboundAgents(number)),
        ("out", PhoneNumberView.GetOutboundAgents(number)),
        ("hook", ToLines(ViewText.Show(number, nameof(UponAi.PhoneNumber.InboundWebhookUrl)))),
        ("time", ToLines(PhoneNumberView.IsTrue(number, nameof(UponAi.PhoneNumber.IsTimeRoutingEnabled)) ? "on" : "")),
        ("error", ToLines(PhoneNumberView.ImportError(number)))));

    /// <summary>Gets the changes of a <see cref="UponAi.PlanRow"/>.</summary>
    public static ViewText PlanRow { get; } = new(row => Write(
        ("in", ViewText.ShowAgents(ViewText.GetValue(row, nameof(UponAi.PlanRow.InboundAgents)))),
        ("out", ViewText.ShowAgents(ViewText.GetValue(row, nameof(UponAi.PlanRow.OutboundAgents)))),
        ("hook", ToLines(ViewText.Show(row, nameof(UponAi.PlanRow.InboundWebhookUrl)))),
        ("time", ToLines(ViewText.ShowSwitch(ViewText.GetValue(row, nameof(UponAi.PlanRow.TimeRouting)))))));

    internal static IReadOnlyList<string> ToLines(string text) => text.Length > 0 ? [text] : [];

    internal static string Write(params (string Label, IReadOnlyList<string> Lines)[] parts) =>
        string.Join("\n", parts.SelectMany(part => AddLabel(part.Label, part.Lines)));

    private static IEnumerable<string> AddLabel(string label, IReadOnlyList<string> lines) =>
        lines.Select((line, i) => (i == 0 ? label : "").PadRight(LabelWidth) + line);
}
