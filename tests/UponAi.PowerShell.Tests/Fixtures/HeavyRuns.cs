namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The tests that fill the machine for seconds: one after the other, and beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HeavyRuns
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Heavy runs";
}
