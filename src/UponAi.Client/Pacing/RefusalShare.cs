namespace UponAi.Client.Pacing;

/// <summary>How many of the last answers were refusals. A 429 without a hint, alone among answers, is one request's affair; many are the rate's.</summary>
internal sealed class RefusalShare
{
    private const int Looked = 32;
    private const int Many = 8;

    private readonly Queue<bool> last = new(Looked);
    private int refused;

    internal bool IsLarge => refused >= Many || refused == last.Count;

    internal void Add(bool isRefusal)
    {
        if (last.Count == Looked && last.Dequeue()) refused--;
        last.Enqueue(isRefusal);
        if (isRefusal) refused++;
    }
}
