namespace UponAi.PowerShell.Rows;

/// <summary>
/// A cache from the text of an agents cell to its <see cref="AgentSplit"/>, because the rows of a run repeat a few
/// texts. Texts with errors are not cached. Safe to use from several threads: either of two concurrent writes is
/// correct.
/// </summary>
internal static class SplitCache
{
    private const int Slots = 256;

    private static readonly Entry?[] Entries = new Entry?[Slots];

    /// <summary>Returns the split of a cell, or null if the cell is not text or its text is not cached.</summary>
    internal static AgentSplit? Find(object? cell) =>
        cell is string text && GetSlot(text) is { } known && known.Text == text ? known.Split : null;

    /// <summary>Caches the split of a cell with text, and returns the split.</summary>
    internal static AgentSplit Keep(object? cell, AgentSplit split)
    {
        if (cell is string text) GetSlot(text) = new Entry(text, split);
        return split;
    }

    private static ref Entry? GetSlot(string text) => ref Entries[text.GetHashCode() & (Slots - 1)];

    private sealed record Entry(string Text, AgentSplit Split);
}
