namespace UponAi.Pester.Tests;

/// <summary>The outcome of one Pester test.</summary>
/// <param name="Name">The file, and the path of the test's name within it.</param>
/// <param name="Result">Pester's own word for it, such as <c>Passed</c>.</param>
/// <param name="Text">Why the test failed or was skipped.</param>
public sealed record PesterOutcome(string Name, string Result, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
