namespace UponAi.PowerShell.Rows;

/// <summary>
/// Caches the splits of agent texts, because the rows of a run repeat a few texts. Texts with errors are not cached.
/// Thread-safe: any of several concurrent writes is correct.
/// </summary>
internal static class SplitCache
{
    private const int Places = 256;

    private static readonly Entry?[] Entries = new Entry?[Places];

    /// <summary>Returns the split of a cell, or null if the cell is not text or its text is not cached.</summary>
    internal static AgentSplit? Find(object? cell) =>
        cell is string text && Slot(text) is { } known && known.Text == text ? known.Split : null;

    internal static AgentSplit Keep(object? cell, AgentSplit split)
    {
        if (cell is string text) Slot(text) = new Entry(text, split);
        return split;
    }

    private static ref Entry? Slot(string text) => ref Entries[text.GetHashCode() & (Places - 1)];

    private sealed record Entry(string Text, AgentSplit Split);
}
