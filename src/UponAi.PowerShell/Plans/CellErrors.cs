namespace UponAi.PowerShell.Plans;

/// <summary>What is wrong with a record: every cell is read, so that all of it is said at once.</summary>
internal sealed class CellErrors
{
    private readonly List<UponAiException> found = [];

    internal IReadOnlyList<UponAiException> Found => found;

    /// <summary>Forgets the record before.</summary>
    /// <param name="record">The next one, with what its file found wrong already.</param>
    internal void Begin(PlanRecord record)
    {
        found.Clear();
        found.AddRange(record.Damage.Select(damage => new UponAiException(UponAiError.InvalidPlan, damage)));
    }

    internal void Clear() => found.Clear();

    /// <returns>What the step reads, or the default where it cannot.</returns>
    internal T? Read<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (UponAiException e)
        {
            found.Add(e);
            return default;
        }
    }
}
