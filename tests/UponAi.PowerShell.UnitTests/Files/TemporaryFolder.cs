using System.Text;

namespace UponAi.PowerShell.UnitTests.Files;

/// <summary>A folder for the files of a test. The folder is deleted with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi files ");

    internal string PathOf(string name) => Path.Combine(folder.FullName, name);

    internal string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return PathOf(name);
    }

    internal string[] Names => [.. folder.GetFiles().Select(file => file.Name)];

    public void Dispose() => folder.Delete(recursive: true);
}
