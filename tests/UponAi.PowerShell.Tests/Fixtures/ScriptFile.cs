namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A script in a file, for as long as a test runs.</summary>
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
