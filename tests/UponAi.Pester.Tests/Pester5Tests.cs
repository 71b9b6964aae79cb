namespace UponAi.Pester.Tests;

/// <summary>The Pester suite under Pester 5.</summary>
public sealed class Pester5Tests
{
    public static Task<IReadOnlyCollection<ITheoryDataRow>> Outcomes() => PesterSuite.RunAsync("Pester5");

    [Theory]
    [MemberData(nameof(Outcomes), DisableDiscoveryEnumeration = true)]
    public void Passes(PesterOutcome test) => Assert.True(test.Result == "Passed", test.Text);
}
