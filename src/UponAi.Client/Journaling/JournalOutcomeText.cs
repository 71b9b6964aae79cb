namespace UponAi.Client.Journaling;

/// <summary>Formats and parses the outcomes in the lines of a journal.</summary>
internal static class JournalOutcomeText
{
    internal static string Format(JournalOutcome outcome) => outcome switch
    {
        JournalOutcome.Succeeded => "succeeded",
        JournalOutcome.Failed => "failed",
        JournalOutcome.Unchanged => "unchanged",
        _ => "unknown",
    };

    /// <exception cref="FormatException">The text is not an outcome.</exception>
    internal static JournalOutcome Parse(string? text) => text switch
    {
        "succeeded" => JournalOutcome.Succeeded,
        "failed" => JournalOutcome.Failed,
        "unchanged" => JournalOutcome.Unchanged,
        "unknown" => JournalOutcome.Unknown,
        _ => throw new FormatException(),
    };
}
