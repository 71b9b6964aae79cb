using System.Management.Automation;

namespace UponAi.PowerShell.Formatting;

/// <summary>
/// The view of a <see cref="JournalEntry"/>, either live or read from a file or a job: what was sent, and under it what
/// the number had before.
/// <code>
/// in    agent_d3c2df14e163c7ca8ac5b1bf38@1
/// was   agent_1f864a29b7c2ab407103c88335@0
/// </code>
/// </summary>
public static class JournalEntryView
{
    /// <summary>Gets the time in this machine's time zone.</summary>
    public static ViewText Time { get; } =
        new(entry => ViewText.ShowTime(ViewText.GetValue(entry, nameof(JournalEntry.Time))));

    /// <summary>Gets the sent values, the values before, and the id of the error.</summary>
    public static ViewText Change { get; } = new(entry =>
    {
        var sent = GetPart(entry, nameof(JournalEntry.Sent));
        var before = GetPart(entry, nameof(JournalEntry.Before));
        var lines = new List<(string, IReadOnlyList<string>)>();
        Add("in", GetAgents(nameof(PlanRow.InboundAgents)), PhoneNumberView.GetInboundAgents);
        Add("out", GetAgents(nameof(PlanRow.OutboundAgents)), PhoneNumberView.GetOutboundAgents);
        Add(
            "hook",
            AssignmentView.ToLines(ViewText.Show(sent, nameof(PlanRow.InboundWebhookUrl))),
            phone => AssignmentView.ToLines(ViewText.Show(phone, nameof(PhoneNumber.InboundWebhookUrl))));
        Add(
            "time",
            GetSwitch(sent, nameof(PlanRow.TimeRouting)),
            phone => GetSwitch(phone, nameof(PhoneNumber.IsTimeRoutingEnabled)));
        lines.Add(("error", AssignmentView.ToLines(ViewText.Show(entry, nameof(JournalEntry.Error)))));
        return AssignmentView.Write([.. lines]);

        IReadOnlyList<string> GetAgents(string property) => ViewText.ShowAgents(ViewText.GetValue(sent, property));

        IReadOnlyList<string> GetSwitch(PSObject from, string property) =>
            AssignmentView.ToLines(ViewText.ShowSwitch(ViewText.GetValue(from, property)));

        void Add(string label, IReadOnlyList<string> now, Func<PSObject, IReadOnlyList<string>> was)
        {
            if (now.Count == 0) return;
            lines.Add((label, now));
            if (ViewText.GetValue(entry, nameof(JournalEntry.Before)) is null) return;
            lines.Add(("was", was(before) is { Count: > 0 } shown ? shown : [ClearKeyword.Text]));
        }
    });

    private static PSObject GetPart(PSObject entry, string property) =>
        PSObject.AsPSObject(ViewText.GetValue(entry, property) ?? new PSObject());
}
