using System.Globalization;

namespace UponAi.Sandbox.State;

/// <summary>A number, its bindings, and how often it was changed. Each record has its own lock.</summary>
internal sealed class NumberRecord(int id, string number, Account account, int workspaceId, Bindings bindings)
{
    private Bindings bindings = bindings;
    private int applied;
    private int answered;

    internal int Id => id;

    internal string Number => number;

    internal Account Account => account;

    internal int WorkspaceId => workspaceId;

    internal Bindings Bindings => Volatile.Read(ref bindings);

    /// <summary>
    /// Gets the number of an extension such as <c>+14155550100;ext=7</c>: the part before the semicolon.
    /// </summary>
    internal string BaseNumber => number.Split(';', 2)[0];

    internal bool FailsImport(Bindings bound) =>
        number == SandboxIds.ImportFailingNumber && bound.Inbound.Count + bound.Outbound.Count > 0;

    internal Bindings Apply(AssignmentRequest request)
    {
        lock (this)
        {
            applied++;
            return bindings = request.ApplyTo(bindings);
        }
    }

    internal void CountAnswer() => Interlocked.Increment(ref answered);

    internal NumberSnapshot Snapshot()
    {
        lock (this)
        {
            return new(
                number, account.Sid, workspaceId, bindings, FailsImport(bindings), applied,
                Volatile.Read(ref answered));
        }
    }
}

/// <summary>
/// The generated numbers of the option <c>--numbers</c>: <c>+19990000000</c>, <c>+19990000001</c> and so on. The area
/// code 999 does not exist. A record is created when its number is first changed, so that a million numbers need little
/// time and memory.
/// </summary>
internal sealed class GeneratedNumbers(int count, Account account, int workspaceId)
{
    private const string Prefix = "+1999";
    private const int Digits = 7;

    // Above the ids of the built-in and the added numbers.
    private const int FirstId = 1_000_000;

    private readonly NumberRecord?[] touched = new NumberRecord?[count];

    internal IEnumerable<NumberRecord> All =>
        Enumerable.Range(0, count).Select(i => Volatile.Read(ref touched[i]) ?? Create(i));

    internal NumberRecord? Find(string number)
    {
        if (IndexOf(number, count) is not { } i) return null;
        return Volatile.Read(ref touched[i])
            ?? Interlocked.CompareExchange(ref touched[i], Create(i), null)
            ?? touched[i];
    }

    /// <summary>Returns true for one of the first generated numbers.</summary>
    internal static bool Contains(string number, int count) => IndexOf(number, count) is not null;

    private static int? IndexOf(string number, int count) =>
        number.Length == Prefix.Length + Digits
        && number.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(number.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var i)
        && i < count
            ? i
            : null;

    private NumberRecord Create(int i) =>
        new(FirstId + i, Prefix + i.ToString("D7", CultureInfo.InvariantCulture), account, workspaceId, Bindings.None);
}
