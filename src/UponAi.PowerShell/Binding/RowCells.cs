using System.Management.Automation;

namespace UponAi.PowerShell.Binding;

/// <summary>The cells of one row that have a meaning, by column, each with the name that the row gives it.</summary>
internal sealed class RowCells
{
    // More than these would hide what else a message says.
    private const int MostNamed = 8;

    private readonly List<string> unknown = [];
    private readonly Cell[] cells = new Cell[(int)RowColumn.Ignored + 1];

    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: the row states one thing twice, and differently.</exception>
    internal RowCells(PSObject row) : this(row, PSObjectProperties.Of(row))
    {
    }

    /// <param name="members">What <see cref="PSObjectProperties"/> finds in it.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: the row states one thing twice, and differently.</exception>
    internal RowCells(PSObject row, IEnumerable<KeyValuePair<string, object?>> members) : this(members, row.BaseObject is PhoneNumber)
    {
    }

    /// <param name="members">The row's values by name.</param>
    /// <param name="isPhoneNumber">Whether it is a phone number itself.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: the row states one thing twice, and differently.</exception>
    internal RowCells(IEnumerable<KeyValuePair<string, object?>> members, bool isPhoneNumber)
    {
        IsPhoneNumber = isPhoneNumber;
        foreach (var member in members)
        {
            if (RowColumns.Find(member.Key) is not { } column)
            {
                unknown.Add(member.Key);
                continue;
            }

            var cell = new Cell(member.Key, PSObjectProperties.Unwrap(member.Value));
            ref var place = ref cells[(int)column];
            if (column is not (RowColumn.Ignored or RowColumn.Current)) RefuseContradiction(place, cell);
            if (!place.IsPresent || place.IsBlank) place = cell;
        }
    }

    /// <summary>True for a phone number itself, which nobody can have edited; a copy of one from a file or a job may have been.</summary>
    internal bool IsPhoneNumber { get; }

    /// <summary>The names that have no meaning here.</summary>
    internal IReadOnlyList<string> Unknown => unknown;

    internal Cell this[RowColumn column] => cells[(int)column];

    /// <summary>The cell, if any, that only a row of one agent has.</summary>
    internal Cell OfOneAgent => new[] { this[RowColumn.AgentVersion], this[RowColumn.Weight], this[RowColumn.Direction] }.FirstOrDefault(cell => !cell.IsBlank);

    /// <summary>Two cells for one property must say the same, unless one is blank.</summary>
    internal static void RefuseContradiction(Cell first, Cell second)
    {
        if (first.IsBlank || second.IsBlank || ScalarConverter.AreSame(first.Value, second.Value)) return;
        throw new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{second.Name}' says '{ScalarConverter.Show(second.Value)}' and column '{first.Name}' says '{ScalarConverter.Show(first.Value)}', and both mean the same property; keep one.");
    }

    /// <summary>A sentence for the end of a message, where some column is not known; one of them may be what is missed.</summary>
    internal string NameUnknown()
    {
        if (unknown.Count == 0) return "";
        var named = string.Join(", ", unknown.Take(MostNamed).Select(name => $"'{DisplayText.Sanitize(name)}'"));
        return $" Columns that are not known: {named}{(unknown.Count > MostNamed ? $" and {unknown.Count - MostNamed} more" : "")}.";
    }

    /// <summary>One cell. Blank when it is missing, <c>$null</c> or empty text.</summary>
    internal readonly struct Cell(string name, object? value)
    {
        internal string Name => name;

        internal object? Value => value;

        internal bool IsPresent => name is not null;

        internal bool IsBlank => ScalarConverter.IsBlank(value);

        internal bool IsNone => ScalarConverter.IsNone(value);

        /// <summary>Reads the value; an error says in which column it stands.</summary>
        internal T Read<T>(Func<object, T> read)
        {
            try
            {
                return read(value!);
            }
            catch (UponAiException e)
            {
                throw new UponAiException(e.Error, $"Column '{DisplayText.Sanitize(name)}': {e.Message}", e);
            }
        }
    }
}
