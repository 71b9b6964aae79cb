namespace UponAi;

// The interfaces of this folder connect assemblies that load into different contexts: the cmdlets load where PowerShell
// sees them, the client and the file formats in a private context. Both sides share the types of this assembly.

/// <summary>A plan file that is open for reading.</summary>
internal interface IPlanFile : IDisposable
{
    /// <summary>Reads the rows from the beginning, one at a time. It can be called again.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidPlan"/>: the file cannot be read further, or it differs from an earlier reading.
    /// Nothing of a changed part is returned.
    /// </exception>
    IEnumerable<PlanRecord> Read();
}

/// <summary>A plan file that is being written. The file does not appear before it is complete.</summary>
internal interface IPlanWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>.</exception>
    void Write(PlanRow row);

    /// <summary>Moves the complete file into its place.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.PlanNotWritten"/>. The previous file is unchanged.
    /// </exception>
    void Complete();
}
