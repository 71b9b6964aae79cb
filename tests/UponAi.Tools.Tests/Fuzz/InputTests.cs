using CsCheck;
using UponAi.Fuzz;

namespace UponAi.Tools.Tests.Fuzz;

/// <summary>
/// Tests the fuzz targets without AFL++: with the seed inputs and the earlier finds, and with damaged copies of both.
/// </summary>
public sealed class InputTests
{
    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name)];

    public static TheoryData<string, string> Inputs =>
        [.. FuzzTarget.All.SelectMany(target => target.Inputs.Select(input => (target.Name, Path.GetFileName(input))))];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void An_input_is_read_or_refused(string name, string input)
    {
        var target = FuzzTarget.Named(name);

        target.Take(File.ReadAllBytes(target.Inputs.Single(path => Path.GetFileName(path) == input)));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_damaged_input_is_read_or_refused(string name)
    {
        var target = FuzzTarget.Named(name);

        Damage.Of(target).Sample(target.Take, iter: name.StartsWith("plan", StringComparison.Ordinal) ? 5_000 : 20_000);
    }
}
