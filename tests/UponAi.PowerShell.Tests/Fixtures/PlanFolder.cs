using System.Text;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>Plan files of a test, and an engine that stands in their folder; gone with the test.</summary>
internal sealed class PlanFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi plan ");

    internal string FullName => folder.FullName;

    internal string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file, each character a byte, and gives its path.</summary>
    internal string Write(string name, string bytes)
    {
        File.WriteAllBytes(PathOf(name), Encoding.Latin1.GetBytes(bytes));
        return PathOf(name);
    }

    internal string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Runs a script with the folder as its location, in an engine of its own.</summary>
    internal async Task<Outcome> RunAsync(string script, params (string Name, object? Value)[] variables)
    {
        using var engine = new Engine();
        return await RunAsync(engine, script, variables);
    }

    internal Task<Outcome> RunAsync(Engine engine, string script, params (string Name, object? Value)[] variables) =>
        engine.RunAsync(
            $"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.FullName}'); {script}",
            variables);

    public void Dispose() => folder.Delete(recursive: true);
}
