namespace UponAi;

/// <summary>A plan file that is being written. It is nowhere to be seen before it is complete.</summary>
internal interface IPlanWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>.</exception>
    void Write(PlanRow row);

    /// <summary>Puts the whole file into its place.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>; what was there before still is.</exception>
    void Complete();
}
