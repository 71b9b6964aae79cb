namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// Collects the tests that set variables of this process. They run one by one, after all others, which need those
/// variables to be empty.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironment
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Process environment";
}
