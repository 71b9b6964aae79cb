namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>How many rows a large run has: fewer for a person who waits for the tests than in CI.</summary>
internal static class ManyRows
{
    internal static int Count(int here, int inCI) => Environment.GetEnvironmentVariable("CI") is null ? here : inCI;
}
