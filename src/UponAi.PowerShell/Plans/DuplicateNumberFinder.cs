using System.Globalization;

namespace UponAi.PowerShell.Plans;

/// <summary>
/// Finds numbers that occur more than once in the plan files of Import or Export. A row takes 17 bytes, as a phone
/// number of at most 15 digits fits into a 64-bit key. Measured with a million rows, a dictionary of numbers takes 109
/// bytes per row.
/// </summary>
internal sealed class DuplicateNumberFinder
{
    // A key contains the digits as a number (50 bits), the count of digits (4), the plus (1), and the scope (9), which
    // stands for an account and a workspace.
    private const int MaxDigits = 15;
    private const int LengthShift = 50;
    private const int PlusShift = 54;
    private const int ScopeShift = 55;
    private const ulong MaxScopes = 1 << 9;

    private readonly Dictionary<(string?, int?), ulong> scopes = [];
    private readonly Dictionary<(string, string?, int?), ulong> irregular = [];
    private readonly HashSet<ulong> duplicates = [];
    private ulong[] keys = new ulong[1024];
    private Place[] places = new Place[1024];
    private int count;

    /// <summary>Adds a row of a file.</summary>
    /// <param name="file">The position of the file among the files of the command, from 0.</param>
    internal void Add(PlanRow row, int file = 0)
    {
        if (count == keys.Length)
        {
            Array.Resize(ref keys, count * 2);
            Array.Resize(ref places, count * 2);
        }

        keys[count] = GetKey(row);
        places[count++] = new Place(file, row.Line);
    }

    /// <summary>Returns the places of each number that occurs more than once, in order.</summary>
    internal IReadOnlyList<IReadOnlyList<Place>> FindDuplicates()
    {
        var found = new List<IReadOnlyList<Place>>();
        Array.Sort(keys, places, 0, count);
        for (int begin = 0, end; begin < count; begin = end)
        {
            end = begin + 1;
            while (end < count && keys[end] == keys[begin]) end++;
            if (end - begin == 1) continue;
            duplicates.Add(keys[begin]);
            found.Add([.. Sort(new ArraySegment<Place>(places, begin, end - begin), place => place)]);
        }

        return [.. Sort(found, numberPlaces => numberPlaces[0])];
    }

    /// <summary>Returns true for a number found by <see cref="FindDuplicates"/>.</summary>
    internal bool IsDuplicate(PlanRow row) => duplicates.Count > 0 && duplicates.Contains(GetKey(row));

    private static IOrderedEnumerable<T> Sort<T>(IEnumerable<T> items, Func<T, Place> place) =>
        items.OrderBy(item => place(item).File).ThenBy(item => place(item).Line);

    private ulong GetKey(PlanRow row)
    {
        var number = row.Number;
        var hasPlus = number[0] == '+';
        var digits = hasPlus ? number.Length - 1 : number.Length;
        if (!scopes.TryGetValue((row.AccountSid, row.WorkspaceId), out var scope))
            scopes.Add((row.AccountSid, row.WorkspaceId), scope = (uint)scopes.Count);
        if (scope < MaxScopes - 1
            && digits is > 0 and <= MaxDigits
            && ulong.TryParse(
                hasPlus ? number.Substring(1) : number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return value
                | (uint)digits * (1UL << LengthShift)
                | (hasPlus ? 1UL << PlusShift : 0)
                | scope << ScopeShift;
        }

        // These few numbers are long extensions, words, and numbers with an extension.
        if (!irregular.TryGetValue((number, row.AccountSid, row.WorkspaceId), out var key))
        {
            key = (MaxScopes - 1) << ScopeShift | (uint)irregular.Count;
            irregular.Add((number, row.AccountSid, row.WorkspaceId), key);
        }

        return key;
    }

    /// <summary>The place of a row.</summary>
    /// <param name="File">The position of the file among the files of the command, from 0.</param>
    /// <param name="Line">The line, from 1.</param>
    internal readonly record struct Place(int File, int Line);
}
