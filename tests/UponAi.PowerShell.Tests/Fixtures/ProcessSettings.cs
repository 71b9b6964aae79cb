namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// Collects the tests that change settings of this process, such as environment variables and PowerShell's colors. They
/// run one by one after the other tests, which need the original settings.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessSettings
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Process settings";
}
