using System.Management.Automation;
using UponAi.Help.Pages;

namespace UponAi.Help.Commands;

/// <summary>Compares a help page with its command.</summary>
internal static class PageCheck
{
    private const int MinExamples = 3;

    /// <summary>Returns the differences, each as a text for an error.</summary>
    internal static IEnumerable<string> Problems(CommandPage page, CommandInfo command)
    {
        if (page.Name != command.Name) yield return $"the title is '{page.Name}', and the command is {command.Name}";
        if (page.Synopsis.Count != 1) yield return "one paragraph, the synopsis, must follow the title";
        if (page.Description.Count == 0) yield return "the description is empty";
        if (page.Examples.Count < MinExamples)
            yield return $"the page has {page.Examples.Count} examples, and needs {MinExamples}";
        if (page.Outputs.Count == 0 && command.OutputType.Count > 0) yield return "the part Outputs is empty";
        foreach (var problem in Parameters(page, command)) yield return problem;

        var syntax = SyntaxOf(command);
        if (!page.Syntax.SequenceEqual(syntax))
        {
            yield return "the syntax differs from the command, which has:"
                + string.Concat(syntax.Select(line => "\n" + line));
        }
    }

    private static IEnumerable<string> Parameters(CommandPage page, CommandInfo command)
    {
        var real = command.ParameterSets.SelectMany(HelpParameter.From).Select(parameter => parameter.Name).Distinct();
        var described = page.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var missing in real.Except(described).Where(name => !SharedTexts.Has(name)))
            yield return $"the parameter -{missing} has no text";
        foreach (var unknown in described.Except(real)) yield return $"the command has no parameter -{unknown}";
        foreach (var twice in described.GroupBy(name => name).Where(name => name.Count() > 1))
            yield return $"the parameter -{twice.Key} is described twice";
        foreach (var empty in page.Parameters.Where(parameter => parameter.Text.Count == 0))
            yield return $"the text of -{empty.Name} is empty";
    }

    private static List<string> SyntaxOf(CommandInfo command) =>
    [
        .. command.Definition.ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0),
    ];
}
