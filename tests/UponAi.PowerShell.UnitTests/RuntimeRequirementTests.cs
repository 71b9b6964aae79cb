using UponAi.Requirements;

namespace UponAi.PowerShell.UnitTests;

/// <summary>Tests which runtimes the import accepts, by their descriptions.</summary>
public sealed class RuntimeRequirementTests
{
    [Theory]
    [InlineData(".NET 8.0.0")]
    [InlineData(".NET 10.0.0-rc.1.25451.107")]
    [InlineData(".NET Framework 4.8.9310.0")]
    [InlineData(".NET Framework 4.7.3468.0")]
    [InlineData("Mono 6.12.0.182 (tarball)")]
    [InlineData("something else")]
    public void A_runtime_that_can_load_the_module_is_accepted(string framework) =>
        Assert.Null(RuntimeRequirement.FindProblem(framework));

    [Theory]
    [InlineData(".NET 7.0.20")]
    [InlineData(".NET 6.0.36")]
    [InlineData(".NET 6.0.0-preview.4.21253.7")]
    [InlineData(".NET Core 3.1.32")]
    public void An_older_runtime_gets_a_message_that_says_what_is_needed(string framework)
    {
        var problem = RuntimeRequirement.FindProblem(framework);

        Assert.StartsWith(
            "UponAi needs PowerShell 7.4 or later, or Windows PowerShell 5.1. ",
            problem,
            StringComparison.Ordinal);
        Assert.Contains($" runs on {framework}, ", problem, StringComparison.Ordinal);
        Assert.Contains("runtime environment with PowerShell 7.4", problem, StringComparison.Ordinal);
    }

    /// <summary>
    /// A reference to a newer System.Runtime would bring back the message that this assembly replaces.
    /// </summary>
    [Fact]
    public void The_assembly_itself_loads_on_every_runtime()
    {
        var references = typeof(RuntimeRequirement).Assembly.GetReferencedAssemblies()
            .Select(name => $"{name.Name} {name.Version}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(["System.Management.Automation 3.0.0.0", "netstandard 2.0.0.0"], references);
    }
}
