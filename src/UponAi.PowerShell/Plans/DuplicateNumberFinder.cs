using System.Globalization;

namespace UponAi.PowerShell.Plans;

/// <summary>
/// Finds numbers that occur more than once in the plan files of Import or Export. A row takes 16 to 32 bytes, as a
/// phone number of at most 15 digits fits into a 64-bit key. Measured with a million rows, a dictionary of numbers
/// takes 109 bytes per row.
/// </summary>
internal sealed class DuplicateNumberFinder
{
    // A key contains the digits as a number (50 bits), the count of digits (4) and the plus (1). The key of other text
    // is its index in irregularTexts, with a count of 0 digits.
    private const int MaxDigits = 15;
    private const int LengthShift = 50;
    private const ulong Plus = 1UL << 54;
    private const ulong ValueMask = (1UL << LengthShift) - 1;

    private readonly Dictionary<Source, int> sourceIndexes = [];
    private readonly List<Source> sources = [];
    private readonly Dictionary<string, ulong> irregular = new(StringComparer.Ordinal);
    private readonly List<string> irregularTexts = [];
    private readonly HashSet<(ulong Key, int Source)> duplicates = [];
    private ulong[] keys = new ulong[1024];
    private (int Source, int Line)[] rows = new (int, int)[1024];
    private int count;

    /// <summary>Adds a row of a file.</summary>
    /// <param name="file">The position of the file among the files of the command, from 0.</param>
    internal void Add(PlanRow row, int file = 0)
    {
        if (count == keys.Length)
        {
            Array.Resize(ref keys, count * 2);
            Array.Resize(ref rows, count * 2);
        }

        keys[count] = GetKey(row.Number);
        rows[count++] = (GetSource(row, file), row.Line);
    }

    /// <summary>Returns the rows of each number that occurs more than once, in order.</summary>
    internal IReadOnlyList<RepeatedNumber> FindDuplicates()
    {
        var found = new List<RepeatedNumber>();
        Array.Sort(keys, rows, 0, count);
        for (int begin = 0, end; begin < count; begin = end)
        {
            end = begin + 1;
            while (end < count && keys[end] == keys[begin]) end++;
            if (end - begin > 1) AddDuplicates(keys[begin], new(rows, begin, end - begin), found);
        }

        return [.. Sort(found, number => number.Places[0])];
    }

    /// <summary>Returns true for a row found by <see cref="FindDuplicates"/>.</summary>
    /// <param name="file">The position of the file among the files of the command, from 0.</param>
    internal bool IsDuplicate(PlanRow row, int file) =>
        duplicates.Count > 0 && duplicates.Contains((GetKey(row.Number), GetSource(row, file)));

    private void AddDuplicates(ulong key, ArraySegment<(int Source, int Line)> group, List<RepeatedNumber> found)
    {
        foreach (var owner in group.GroupBy(row => sources[row.Source].Owner))
        {
            // An extension without a workspace may be in any, and a phone number without an account as well.
            var mayBeAny = owner.Any(row => sources[row.Source].Part is null);
            foreach (var same in owner.GroupBy(row => mayBeAny ? null : sources[row.Source].Part))
            {
                if (!same.Skip(1).Any()) continue;
                foreach (var row in same) duplicates.Add((key, row.Source));
                var places = Sort(same.Select(row => new Place(sources[row.Source].File, row.Line)), place => place);
                var mayDiffer = mayBeAny && same.Any(row => sources[row.Source].Part is not null);
                found.Add(new(GetNumber(key), [.. places], mayDiffer));
            }
        }
    }

    private static IOrderedEnumerable<T> Sort<T>(IEnumerable<T> items, Func<T, Place> place) =>
        items.OrderBy(item => place(item).File).ThenBy(item => place(item).Line);

    private int GetSource(PlanRow row, int file)
    {
        var source = NumberId.IsInOneWorkspace(row.Number)
            ? new Source(file, Owner: null, Part: row.AccountSid)
            : new Source(file, Owner: row.AccountSid, Part: row.WorkspaceId);
        if (sourceIndexes.TryGetValue(source, out var index)) return index;
        sources.Add(source);
        return sourceIndexes[source] = sources.Count - 1;
    }

    private ulong GetKey(string number)
    {
        var hasPlus = number[0] == '+';
        var digits = hasPlus ? number.Length - 1 : number.Length;
        if (digits is > 0 and <= MaxDigits
            && ulong.TryParse(
                hasPlus ? number.Substring(1) : number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return value | (uint)digits * (1UL << LengthShift) | (hasPlus ? Plus : 0);

        // These few numbers are long extensions, words, and numbers with an extension.
        if (irregular.TryGetValue(number, out var key)) return key;
        irregular.Add(number, key = (uint)irregularTexts.Count);
        irregularTexts.Add(number);
        return key;
    }

    private string GetNumber(ulong key)
    {
        var digits = (int)((key & ~Plus) >> LengthShift);
        if (digits == 0) return irregularTexts[(int)key];
        return ((key & Plus) != 0 ? "+" : "")
            + (key & ValueMask).ToString("D" + digits, CultureInfo.InvariantCulture);
    }

    /// <summary>The file of a row, and the parts of its location that distinguish numbers with the same text.</summary>
    /// <param name="Owner">The account of an extension. Null for a phone number.</param>
    /// <param name="Part">The workspace of an extension, or the account of a phone number. Null if unknown.</param>
    private readonly record struct Source(int File, string? Owner, object? Part);

    /// <summary>The place of a row.</summary>
    /// <param name="File">The position of the file among the files of the command, from 0.</param>
    /// <param name="Line">The line, from 1.</param>
    internal readonly record struct Place(int File, int Line);

    /// <summary>The rows of a number.</summary>
    /// <param name="Places">The rows, in order.</param>
    /// <param name="MayDiffer">True if only some rows name their account or workspace.</param>
    internal sealed record RepeatedNumber(string Number, IReadOnlyList<Place> Places, bool MayDiffer)
    {
        /// <summary>Gets a sentence for the end of a message, or empty text.</summary>
        internal string Hint => MayDiffer
            ? " If the rows are for different accounts or workspaces, give AccountSid and WorkspaceId in each row."
            : "";
    }
}
