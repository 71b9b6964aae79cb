namespace UponAi.Pester.Tests;

/// <summary>The Pester suite under Pester 6.</summary>
public sealed class Pester6Tests
{
    public static Task<IReadOnlyCollection<ITheoryDataRow>> Outcomes() => PesterSuite.RunAsync("Pester6");

    [Theory]
    [MemberData(nameof(Outcomes), DisableDiscoveryEnumeration = true)]
    public void Passes(PesterOutcome test) => Assert.True(test.Result == "Passed", test.Text);
}
