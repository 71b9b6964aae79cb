namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// Collects the tests that change settings of this process, such as environment variables and PowerShell's colors. They
/// run one by one, after all others, which need those settings to be as they are.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessSettings
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Process settings";
}
