namespace UponAi.PowerShell.Rows;

/// <summary>A cell of a row.</summary>
/// <param name="name">The name of the column, as the row has it.</param>
/// <param name="value">The value without its PSObject wrapper.</param>
internal readonly struct RowCell(string name, object? value)
{
    internal string Name => name;

    internal object? Value => value;

    internal bool IsPresent => name is not null;

    /// <summary>True for a cell that is missing, null or blank text.</summary>
    internal bool IsBlank => ScalarConverter.IsBlank(value);

    internal bool IsNone => ScalarConverter.IsNone(value);

    /// <summary>Reads the value. An error names the column.</summary>
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

    /// <summary>Reads a value that may be missing. An error names the column.</summary>
    /// <returns>The default for a blank cell.</returns>
    internal T? ReadOptional<T>(Func<object, T> read) => IsBlank ? default : Read(read);

    /// <summary>Reads a whole number.</summary>
    /// <param name="expected">What the cell should have, for the error.</param>
    internal int ReadInt(int min, string expected) =>
        ScalarConverter.ToInt(value) is { } number && number >= min ? number : throw Unreadable(expected);

    /// <summary>Reads true or false.</summary>
    /// <param name="expected">What the cell should have, for the error.</param>
    internal bool ReadBool(string expected) => ScalarConverter.ToBool(value) ?? throw Unreadable(expected);

    /// <summary>Returns the error for two cells with different values of the same property, or null.</summary>
    internal UponAiException? CompareWith(RowCell other) =>
        IsBlank || other.IsBlank || ScalarConverter.AreSame(value, other.Value) ? null : new UponAiException(
            UponAiError.InvalidRow,
            $"Column '{other.Name}' has '{ScalarConverter.Show(other.Value)}' and column '{name}' has "
            + $"'{ScalarConverter.Show(value)}', but both mean the same property. Keep one.");

    private UponAiException Unreadable(string expected) => new(
        UponAiError.InvalidRow,
        $"Column '{name}' has '{ScalarConverter.Show(value)}', which is not {expected}."
        + Placeholder.Hint(ScalarConverter.ToText(value)));
}
