namespace UponAi.Testing;

/// <summary>Checks that the garbage collector can collect objects.</summary>
public static class CollectedObjects
{
    private static readonly TimeSpan BetweenCollections = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Collects again and again until none of the objects is alive. The wait before each collection lets the caller's
    /// stack unwind: an
    /// <c>await</c> may continue on top of the frames that completed its task, and those frames still hold what they
    /// worked with.
    /// </summary>
    /// <param name="objects">The objects. The caller must hold no other reference to them.</param>
    /// <exception cref="InvalidOperationException">Some were still alive when the token was cancelled; the message says
    /// how many.</exception>
    public static async Task WaitAsync(IReadOnlyCollection<WeakReference> objects, CancellationToken cancellationToken)
    {
        do
        {
            if (cancellationToken.IsCancellationRequested)
                throw new InvalidOperationException(
                    $"{objects.Count(item => item.IsAlive)} of {objects.Count} objects are still alive.");
            await Task.Delay(BetweenCollections, CancellationToken.None);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
        while (objects.Any(item => item.IsAlive));
    }
}
