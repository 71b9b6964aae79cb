namespace UponAi.Sandbox.State;

/// <summary>An agent with the versions 0 to <paramref name="LatestVersion"/>.</summary>
internal sealed record Agent(string Id, string Name, int LatestVersion)
{
    private static readonly DateTimeOffset FirstVersionAt = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    internal IEnumerable<int> Versions => Enumerable.Range(0, LatestVersion + 1);

    internal bool HasVersion(int version) => version >= 0 && version <= LatestVersion;

    internal static DateTimeOffset UpdatedAt(int version) => FirstVersionAt.AddDays(7 * version);
}
