namespace UponAi.Files.Writing;

/// <summary>Writes rows in a format.</summary>
internal interface IRowWriter
{
    void Write(PlanRow row);

    /// <summary>Writes what follows the last row, and everything that waits.</summary>
    void End();
}
