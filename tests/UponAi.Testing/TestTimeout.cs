namespace UponAi.Testing;

/// <summary>Limits every wait of a test, so that a hang becomes a failure.</summary>
public static class TestTimeout
{
    // Much longer than any test needs on a busy machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Gets a token that is cancelled when the test ends or the limit is reached, counted from now.</summary>
    public static CancellationToken Token
    {
        get
        {
            var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            source.CancelAfter(Limit);
            return source.Token;
        }
    }

    /// <summary>Waits for a task.</summary>
    /// <exception cref="TimeoutException">The task did not end within the limit.</exception>
    public static Task ForAsync(Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
