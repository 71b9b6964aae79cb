namespace UponAi.PowerShell.Binding;

/// <summary>
/// What texts of agents were read as: the rows of a run repeat a few. Only what could be used is kept, so that errors are found anew.
/// Safe to use from several threads: whichever writes last is as good.
/// </summary>
internal static class SplitCache
{
    private const int Places = 256;

    private static readonly Entry?[] Entries = new Entry?[Places];

    /// <summary>The split of a cell; none for one that was not read lately, or is no text.</summary>
    internal static AgentSplit? Find(object? cell) => cell is string text && Place(text) is { } known && known.Text == text ? known.Split : null;

    internal static AgentSplit Keep(object? cell, AgentSplit split)
    {
        if (cell is string text) Place(text) = new Entry(text, split);
        return split;
    }

    private static ref Entry? Place(string text) => ref Entries[text.GetHashCode() & (Places - 1)];

    private sealed record Entry(string Text, AgentSplit Split);
}
