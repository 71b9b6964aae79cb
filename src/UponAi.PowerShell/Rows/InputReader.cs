using System.Collections;
using System.Management.Automation;

namespace UponAi.PowerShell.Rows;

/// <summary>The kind of an object from the pipeline.</summary>
internal enum InputKind
{
    Row,
    Number,
    Agent,
}

/// <summary>One object from the pipeline: a row, a number, an agent, or an error.</summary>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Target">The object without its PSObject wrapper, for error records.</param>
/// <param name="Content">A <see cref="ParsedRow"/>, the text of a number, an agent, or an error.</param>
internal readonly record struct InputItem(InputKind Kind, object? Target, object Content)
{
    internal ParsedRow? Row => Content as ParsedRow;

    /// <summary>Gets the text of a number. The text is not checked yet.</summary>
    internal string? Number => Content as string;

    internal AgentRef? Agent => Content as AgentRef;

    internal UponAiException? Error => Content as UponAiException;
}

/// <summary>Reads the pipeline input of a command: rows, numbers, agents, and lists of these.</summary>
/// <param name="fields">The properties to read from a row.</param>
/// <param name="warn">Writes a warning about a misspelt column. Null for no warnings.</param>
internal sealed class InputReader(RowFields fields, Action<string>? warn)
{
    private readonly ColumnWarnings? warnings = warn is null ? null : new ColumnWarnings(warn);

    /// <summary>Reads one object, or all objects of a list.</summary>
    internal IEnumerable<InputItem> Read(PSObject? input)
    {
        var value = PSObjectProperties.Unwrap(input);
        return PSObjectProperties.GetElements(value) is { } elements ? ReadAll(elements) : [ReadOne(input, value)];
    }

    private IEnumerable<InputItem> ReadAll(IEnumerable elements)
    {
        foreach (object? element in elements)
        {
            foreach (var item in Read(element is null ? null : PSObject.AsPSObject(element))) yield return item;
        }
    }

    private InputItem ReadOne(PSObject? input, object? value)
    {
        var kind = value is string or ValueType ? InputKind.Number : InputKind.Row;
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
                    return new InputItem(kind, value, ScalarConverter.ReadNumberText(value));
                case PlanRow plan:
                    return new InputItem(kind, value, ParsedRow.From(plan));
            }

            var cells = new RowCells(input!);
            if (cells.IsAgent)
            {
                kind = InputKind.Agent;
                return new InputItem(kind, value, AgentRefReader.ReadOne(input));
            }

            warnings?.Check(cells.Unknown);
            var parser = new RowParser(cells);
            return new InputItem(kind, value, (object?)parser.Parse(fields) ?? parser.Errors[0]);
        }
        catch (UponAiException e)
        {
            return new InputItem(kind, value, e);
        }
    }
}
