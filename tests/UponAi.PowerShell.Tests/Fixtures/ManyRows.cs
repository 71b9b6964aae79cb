namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The number of rows of a large run. CI uses more rows than a developer's machine.</summary>
internal static class ManyRows
{
    internal static int Count(int here, int inCI) => Environment.GetEnvironmentVariable("CI") is null ? here : inCI;
}
