using System.Collections;

namespace UponAi.PowerShell.Rows;

/// <summary>One object from the pipeline: a row, a number, an agent, or an error.</summary>
/// <param name="Target">The object without its PSObject wrapper, for error records.</param>
/// <param name="Content">A <see cref="ParsedRow"/>, the text of a number, an agent, or an error.</param>
/// <param name="IsAgent">True for an agent, also if the agent cannot be read.</param>
internal readonly record struct InputItem(object? Target, object Content, bool IsAgent = false)
{
    internal ParsedRow? Row => Content as ParsedRow;

    /// <summary>Gets the text of a number. The text is not checked yet.</summary>
    internal string? Number => Content as string;

    internal AgentRef? Agent => Content as AgentRef;

    internal UponAiException? Error => Content as UponAiException;
}

/// <summary>Reads the pipeline input of a command: rows, numbers, agents, and lists of these.</summary>
/// <param name="fields">The properties to read from a row.</param>
/// <param name="warn">Writes a warning about a column. Null for no warnings.</param>
internal sealed class InputReader(RowFields fields, Action<string>? warn)
{
    private readonly HashSet<string> seenColumns = new(StringComparer.OrdinalIgnoreCase);
    private bool hasWarnedAboutBlank;

    /// <summary>Reads one object, or all objects of a list.</summary>
    internal IEnumerable<InputItem> Read(PSObject? input)
    {
        var value = PSObjectProperties.Unwrap(input);
        return PSObjectProperties.GetElements(value) is { } elements ? ReadAll(elements) : [ReadOne(input, value)];
    }

    /// <summary>Returns the number of items in a list. Null if unknown, as for a list of lists.</summary>
    internal static int? CountItems(PSObject? input) =>
        PSObjectProperties.Unwrap(input) is IList list && list.Cast<object?>().All(IsSingle) ? list.Count : null;

    private static bool IsSingle(object? element) =>
        PSObjectProperties.GetElements(PSObjectProperties.Unwrap(element)) is null;

    private IEnumerable<InputItem> ReadAll(IEnumerable elements)
    {
        foreach (object? element in elements)
        {
            foreach (var item in Read(element is null ? null : PSObject.AsPSObject(element))) yield return item;
        }
    }

    private InputItem ReadOne(PSObject? input, object? value)
    {
        var isAgent = false;
        try
        {
            switch (value)
            {
                case null:
                    throw new UponAiException(
                        UponAiError.InvalidRow, "A row is $null. Pipe numbers, rows or PhoneNumber objects.");
                case ValueType when PSObjectProperties.IsPair(value):
                    throw new UponAiException(
                        UponAiError.InvalidRow,
                        $"'{ScalarConverter.Show(value)}' is a single value of a row. PowerShell sends the values of "
                        + "an ExpandoObject or a JsonObject one by one. Give the object with -InputObject, or pipe it "
                        + "as , $row.");
                case string or ValueType:
                    return new InputItem(value, ScalarConverter.ReadNumberText(value));
                case PlanRow plan:
                    return new InputItem(value, ParsedRow.From(plan));
            }

            var cells = new RowCells(input!);
            isAgent = cells.IsAgent;
            if (isAgent) return new InputItem(value, AgentRefReader.ReadOne(input), isAgent);
            if (warn is not null) WarnAboutUnknown(cells.Unknown, warn);
            var parser = new RowParser(cells);
            if (parser.Parse(fields) is not { } row)
                return new InputItem(value, NameRow(parser.Errors[0], cells, value));
            if (parser.BlankAgentsWarning is { } blankAgents) WarnAboutBlank(blankAgents, input!);
            return new InputItem(value, row);
        }
        catch (UponAiException e)
        {
            return new InputItem(value, e, isAgent);
        }
    }

    /// <summary>Adds the number of the row to an error. A row of a file has its line in the error record.</summary>
    private static UponAiException NameRow(UponAiException error, RowCells cells, object? row)
    {
        if (PlanPlace.Find(row) is not null || cells[RowColumn.Number] is not { IsBlank: false } cell) return error;
        try
        {
            var number = NumberId.Parse(ScalarConverter.ReadNumberText(cell.Value!));
            return new UponAiException(error.Error, $"{number}: {error.Message}", error);
        }
        catch (UponAiException)
        {
            return error;
        }
    }

    /// <summary>
    /// Warns once about blank agents. Live phone numbers, and those from a job or Import-Clixml, cause no warning,
    /// because nobody edits them by hand.
    /// </summary>
    private void WarnAboutBlank(Func<string> createWarning, PSObject row)
    {
        if (hasWarnedAboutBlank) return;
        var isUnedited = row.TypeNames.FirstOrDefault() is "UponAi.PhoneNumber" or "Deserialized.UponAi.PhoneNumber";
        if (isUnedited) return;
        hasWarnedAboutBlank = true;
        warn?.Invoke(createWarning());
    }

    /// <summary>Warns once about each unknown column whose name is close to a known one.</summary>
    private void WarnAboutUnknown(IReadOnlyList<string> unknown, Action<string> warn)
    {
        foreach (var name in unknown)
        {
            if (!seenColumns.Add(name) || ColumnSuggester.Suggest(name) is not { } suggestion) continue;
            warn(
                $"Column '{DisplayText.Sanitize(name)}' is not known and was not read. Did you mean '{suggestion}'?"
                + ColumnSuggester.DescribeOddLetter(name));
        }
    }
}
