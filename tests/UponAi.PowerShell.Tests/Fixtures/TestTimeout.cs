namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>How long a test waits for what should come at once, so that a hang is a failure and not a hang.</summary>
internal static class TestTimeout
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    internal static CancellationToken Token
    {
        get
        {
            var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            source.CancelAfter(Limit);
            return source.Token;
        }
    }
}
