using System.Text;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// A folder with plan files, and an engine whose current location is the folder. The folder is deleted with the test.
/// </summary>
internal sealed class PlanFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi plan ");

    internal string FullName => folder.FullName;

    internal string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file with one byte per character, and returns its path.</summary>
    internal string Write(string name, string bytes)
    {
        File.WriteAllBytes(PathOf(name), Encoding.Latin1.GetBytes(bytes));
        return PathOf(name);
    }

    internal string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Runs a script in the folder, in an engine without a connection.</summary>
    internal async Task<Outcome> RunAsync(string script, params (string Name, object? Value)[] variables)
    {
        using var engine = Engine.Rent();
        return await RunAsync(engine, script, variables);
    }

    internal Task<Outcome> RunAsync(Engine engine, string script, params (string Name, object? Value)[] variables) =>
        engine.RunAsync(
            $"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.FullName}'); {script}",
            variables);

    public void Dispose() => folder.Delete(recursive: true);
}
