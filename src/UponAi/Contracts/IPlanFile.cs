namespace UponAi;

// The interfaces of this folder connect load contexts. PowerShell loads the cmdlets where it sees them. The client and
// the file formats load into a private context. Both sides share the types of this assembly.

/// <summary>A plan file that is open for reading.</summary>
internal interface IPlanFile : IDisposable
{
    /// <summary>Reads the rows one at a time. Each call begins at the first row.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidPlan"/>: the file cannot be read further, or differs from an earlier reading.
    /// Changed parts are never returned.
    /// </exception>
    IEnumerable<PlanRecord> Read();
}

/// <summary>A plan file that is being written. The file appears under its name when it is complete.</summary>
internal interface IPlanWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>.</exception>
    void Write(PlanRow row);

    /// <summary>Moves the complete file to its final path.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.PlanNotWritten"/>. The previous file is unchanged.
    /// </exception>
    void Complete();
}
