using System.Globalization;

namespace UponAi.PowerShell.Plans;

/// <summary>
/// Finds numbers that plans have more than once. Sixteen bytes for each row, so that a million rows are no burden: a phone number
/// of at most 15 digits fits into a key as it is, and nothing has to be compared again.
/// </summary>
internal sealed class DuplicateNumberFinder
{
    private const int MostDigits = 15;
    private const int LengthShift = 50;
    private const int PlusShift = 54;
    private const int ScopeShift = 55;
    private const ulong MostScopes = 1 << 9;

    private readonly Dictionary<(string?, int?), ulong> scopes = [];
    private readonly Dictionary<(string, string?, int?), ulong> others = [];
    private readonly HashSet<ulong> doubled = [];
    private ulong[] keys = new ulong[1024];
    private Place[] places = new Place[1024];
    private int count;

    internal void Add(PlanRow row, int file)
    {
        if (count == keys.Length)
        {
            Array.Resize(ref keys, count * 2);
            Array.Resize(ref places, count * 2);
        }

        keys[count] = Key(row);
        places[count++] = new Place(file, row.Line);
    }

    /// <summary>The places of each number that is there more than once, in their order.</summary>
    internal IReadOnlyList<IReadOnlyList<Place>> Doubled()
    {
        var found = new List<IReadOnlyList<Place>>();
        Array.Sort(keys, places, 0, count);
        for (int begin = 0, end; begin < count; begin = end)
        {
            end = begin + 1;
            while (end < count && keys[end] == keys[begin]) end++;
            if (end - begin == 1) continue;
            doubled.Add(keys[begin]);
            found.Add([.. InOrder(new ArraySegment<Place>(places, begin, end - begin), place => place)]);
        }

        return [.. InOrder(found, numberPlaces => numberPlaces[0])];
    }

    /// <summary>True for a number that <see cref="Doubled"/> has found more than once.</summary>
    internal bool IsDoubled(PlanRow row) => doubled.Count > 0 && doubled.Contains(Key(row));

    private static IOrderedEnumerable<T> InOrder<T>(IEnumerable<T> found, Func<T, Place> place) => found.OrderBy(one => place(one).File).ThenBy(one => place(one).Line);

    private ulong Key(PlanRow row)
    {
        var number = row.Number;
        var hasPlus = number[0] == '+';
        var digits = hasPlus ? number.Length - 1 : number.Length;
        if (!scopes.TryGetValue((row.AccountSid, row.WorkspaceId), out var scope))
            scopes.Add((row.AccountSid, row.WorkspaceId), scope = (uint)scopes.Count);
        if (scope < MostScopes - 1 && digits is > 0 and <= MostDigits && ulong.TryParse(hasPlus ? number.Substring(1) : number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return value | (uint)digits * (1UL << LengthShift) | (hasPlus ? 1UL << PlusShift : 0) | scope << ScopeShift;

        // Few are left: long extensions, words, numbers with an extension behind them.
        if (!others.TryGetValue((number, row.AccountSid, row.WorkspaceId), out var key))
            others.Add((number, row.AccountSid, row.WorkspaceId), key = (MostScopes - 1) << ScopeShift | (uint)others.Count);
        return key;
    }

    /// <summary>Where a row stands.</summary>
    /// <param name="File">Which of the files, from 0.</param>
    /// <param name="Line">The line, from 1.</param>
    internal readonly record struct Place(int File, int Line);
}
