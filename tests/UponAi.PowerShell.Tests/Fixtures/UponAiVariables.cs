namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>Sets UPONAI_* variables, and removes all of them at the end.</summary>
internal sealed class UponAiVariables : IDisposable
{
    internal UponAiVariables(params (string Name, string? Value)[] variables)
    {
        foreach (var (name, value) in variables) Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var name in TestProcess.Variables) Environment.SetEnvironmentVariable(name, null);
    }
}
