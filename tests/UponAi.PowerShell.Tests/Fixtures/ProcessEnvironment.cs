namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The tests that set the process's environment, or need it to be empty: one after the other, and beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironment
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Process environment";
}
