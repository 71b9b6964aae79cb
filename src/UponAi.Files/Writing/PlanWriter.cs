namespace UponAi.Files.Writing;

/// <summary>Writes a plan file aside, and puts it into its place when it is whole.</summary>
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
    public void Write(PlanRow row) => file.Step(() =>
    {
        rows.Write(row);
        return true;
    });

    /// <inheritdoc/>
    public void Complete()
    {
        file.Step(() =>
        {
            rows.End();
            return true;
        });
        file.Complete();
    }

    public void Dispose() => file.Dispose();
}
