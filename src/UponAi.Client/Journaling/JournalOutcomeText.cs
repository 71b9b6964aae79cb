namespace UponAi.Client.Journaling;

/// <summary>The outcomes as a journal spells them.</summary>
internal static class JournalOutcomeText
{
    internal static string Of(JournalOutcome outcome) => outcome switch
    {
        JournalOutcome.Succeeded => "succeeded",
        JournalOutcome.Failed => "failed",
        JournalOutcome.Unchanged => "unchanged",
        _ => "unknown",
    };

    /// <exception cref="FormatException">The text is no outcome.</exception>
    internal static JournalOutcome Read(string? text) => text switch
    {
        "succeeded" => JournalOutcome.Succeeded,
        "failed" => JournalOutcome.Failed,
        "unchanged" => JournalOutcome.Unchanged,
        "unknown" => JournalOutcome.Unknown,
        _ => throw new FormatException(),
    };
}
