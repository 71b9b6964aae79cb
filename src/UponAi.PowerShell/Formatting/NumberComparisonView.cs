using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Formatting;

/// <summary>
/// The view of a <see cref="NumberComparison"/>, either live or read from a file or a job. The number has a line. Each
/// different property has the lines of its current and of its desired value, as in a diff.
/// <code>
/// +14155550100  changed
/// - inbound       agent_d3c2df14e163c7ca8ac5b1bf38@0 50%
/// -               agent_1f864a29b7c2ab407103c88335@0 50%
/// + inbound       agent_d3c2df14e163c7ca8ac5b1bf38
/// ! not pinned    inbound agent_d3c2df14e163c7ca8ac5b1bf38
/// </code>
/// The last line names the agents without a version that the number will have. A number in no row has the lines of its
/// current values, without a sign.
/// </summary>
public sealed class NumberComparisonView
{
    private const int LabelWidth = 14;

    private NumberComparisonView()
    {
    }

    /// <summary>
    /// Gets the only instance. The format file can read its index, but in Constrained Language not call a method.
    /// </summary>
    public static NumberComparisonView Text { get; } = new();

    /// <summary>
    /// Gets the lines of one comparison, without escape sequences and control characters from the platform.
    /// </summary>
    /// <param name="variables">The variables of the session with <c>PSStyle</c>, or null for no colors.</param>
    /// <param name="supportsColor">True if the host shows escape sequences as colors.</param>
    public string this[object comparison, PSVariableIntrinsics? variables, bool supportsColor] => string.Join(
        "\n",
        CreateLines(PSObject.AsPSObject(comparison), DiffColors.From(variables?.GetValue("PSStyle"), supportsColor)));

    private static IEnumerable<string> CreateLines(PSObject comparison, DiffColors colors)
    {
        var status = ViewText.Show(comparison, nameof(NumberComparison.Status));
        var isFound = status != nameof(NumberComparisonStatus.NotFound);
        var isUnlisted = status == nameof(NumberComparisonStatus.Unlisted);
        return
        [
            $"{ViewText.Show(comparison, nameof(NumberComparison.Number))}  {DescribeStatus(status, colors)}",
            .. Compare("inbound", nameof(NumberComparison.InboundAgents), ViewText.ShowAgents),
            .. Compare("outbound", nameof(NumberComparison.OutboundAgents), ViewText.ShowAgents),
            .. Compare("webhook", nameof(NumberComparison.InboundWebhookUrl), url => [ViewText.Show(url)]),
            .. Compare("time routing", nameof(NumberComparison.TimeRouting), on => [ViewText.ShowSwitch(on)]),
            .. AddLabel("! ", "not pinned", GetUnpinned()).Select(colors.Warned),
        ];

        string[] GetUnpinned() =>
            ViewText.Show(comparison, nameof(NumberComparison.UnpinnedAgents))
                .Split(["; "], StringSplitOptions.RemoveEmptyEntries);

        IEnumerable<string> Compare(string label, string property, Func<object, IReadOnlyList<string>> show)
        {
            var current = ViewText.GetValue(comparison, "Current" + property);
            if (ViewText.GetValue(comparison, property) is not { } desired)
                return isUnlisted && IsSet(current) ? AddLabel("  ", label, show(current!)) : [];
            IReadOnlyList<string> removed = [];
            if (isFound) removed = current is null ? ["(not known)"] : show(current);
            return AddLabel("- ", label, removed).Select(colors.Removed)
                .Concat(AddLabel("+ ", label, show(desired)).Select(colors.Added));
        }
    }

    private static bool IsSet(object? current) => current is not (null or false) && !ScalarConverter.IsNone(current);

    private static IEnumerable<string> AddLabel(string sign, string label, IReadOnlyList<string> lines) =>
        lines.Select((line, i) => sign + (i == 0 ? label : "").PadRight(LabelWidth) + line);

    private static string DescribeStatus(string status, DiffColors colors) => status switch
    {
        nameof(NumberComparisonStatus.Unchanged) => "unchanged",
        nameof(NumberComparisonStatus.Changed) => "changed",
        nameof(NumberComparisonStatus.NotFound) => colors.Warned("not found"),
        nameof(NumberComparisonStatus.Unlisted) => colors.Warned("in no row"),
        _ => status,
    };
}
