using System.Globalization;

namespace UponAi.Tests;

/// <summary>
/// Runs the rest of a block under another culture, and fails if the culture equals the invariant culture.
/// </summary>
internal sealed class UnderCulture : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    internal UnderCulture(string name)
    {
        CultureInfo.CurrentCulture = new CultureInfo(name);
        // Without ICU every culture is the invariant one, and the test would prove nothing.
        Assert.Equal("0,5", 0.5m.ToString(CultureInfo.CurrentCulture));
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
