namespace UponAi.PowerShell.UnitTests.Fixtures;

/// <summary>How long a test waits for what should come at once, so that a hang is a failure and not a hang.</summary>
internal static class TestTimeout
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <exception cref="TimeoutException">It did not come.</exception>
    internal static Task ForAsync(Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
