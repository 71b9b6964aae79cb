namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A file with a script. The file is deleted with the test.</summary>
internal sealed class ScriptFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi ");

    internal ScriptFile(string script)
    {
        Path = System.IO.Path.Combine(folder.FullName, "script.ps1");
        File.WriteAllText(Path, script);
    }

    internal string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
