namespace UponAi.Contract.Tests;

/// <summary>How long a test waits, so that a hang is a failure and not a hang. The judge's packages may have to be fetched first.</summary>
internal static class TestTimeout
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

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
