namespace UponAi.Files.Writing;

/// <summary>Writes the rows of a <see cref="PlanWriter"/> as CSV or as JSON.</summary>
internal interface IRowWriter
{
    void Write(PlanRow row);

    /// <summary>Writes the end of the file and flushes all buffers.</summary>
    void End();
}

/// <summary>
/// Writes a plan file for Export-UponAiNumberAssignment. The file appears under its name when it is complete. Dispose
/// without <see cref="Complete"/> discards the file.
/// </summary>
internal sealed class PlanWriter : IPlanWriter
{
    private readonly AtomicFile file;
    private readonly IRowWriter rows;

    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>.</exception>
    internal PlanWriter(string path, PlanFormat format, bool overwrite)
    {
        file = new AtomicFile(path, overwrite);
        rows = format == PlanFormat.Csv ? new CsvRowWriter(file.Stream) : new JsonRowWriter(file.Stream);
    }

    /// <inheritdoc/>
    public void Write(PlanRow row) => file.TranslateErrors(() => rows.Write(row));

    /// <inheritdoc/>
    public void Complete()
    {
        file.TranslateErrors(rows.End);
        file.Complete();
    }

    public void Dispose() => file.Dispose();
}
