namespace UponAi;

/// <summary>An open plan file.</summary>
internal interface IPlanFile : IDisposable
{
    /// <summary>Reads from the beginning, as often as wanted, a row at a time.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidPlan"/>: the file cannot be read on, or is not what an earlier reading saw. Nothing of a changed
    /// part is handed out.
    /// </exception>
    IEnumerable<PlanRecord> Read();
}
