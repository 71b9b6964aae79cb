using System.Globalization;

namespace UponAi.Sandbox.State;

/// <summary>
/// The numbers of <c>--numbers</c>: <c>+19990000000</c>, <c>+19990000001</c> and on; there is no area code 999. A record is made
/// when a number is first changed, so that a million of them cost no time at the start and little memory.
/// </summary>
internal sealed class GeneratedNumbers(int count, Account account, int workspaceId)
{
    private const string Prefix = "+1999";
    private const int Digits = 7;
    private const int FirstId = 1000;

    private readonly NumberRecord?[] touched = new NumberRecord?[count];

    internal IEnumerable<NumberRecord> All => Enumerable.Range(0, count).Select(i => Volatile.Read(ref touched[i]) ?? Create(i));

    internal NumberRecord? Find(string number)
    {
        if (IndexOf(number) is not { } i) return null;
        return Volatile.Read(ref touched[i]) ?? Interlocked.CompareExchange(ref touched[i], Create(i), null) ?? touched[i];
    }

    private int? IndexOf(string number) =>
        number.Length == Prefix.Length + Digits
        && number.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(number.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var i)
        && i < count
            ? i
            : null;

    private NumberRecord Create(int i) =>
        new(FirstId + i, Prefix + i.ToString("D7", CultureInfo.InvariantCulture), account, workspaceId, Bindings.None);
}
