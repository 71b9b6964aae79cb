using System.Management.Automation;
using UponAi.Help.Pages;

namespace UponAi.Help.Commands;

/// <summary>Compares a page with the command that it describes: whatever differs is a line of its own.</summary>
internal static class PageCheck
{
    private const int FewestExamples = 3;

    internal static IEnumerable<string> Problems(CommandPage page, CommandInfo command)
    {
        if (page.Name != command.Name) yield return $"the title is '{page.Name}', and the command is {command.Name}";
        if (page.Synopsis.Count != 1) yield return "the title is followed by one paragraph, the synopsis";
        if (page.Description.Count == 0) yield return "the description is empty";
        if (page.Examples.Count < FewestExamples) yield return $"it has {page.Examples.Count} examples, and needs {FewestExamples}";
        if (page.Outputs.Count == 0 && command.OutputType.Count > 0) yield return "it does not say what comes out";
        foreach (var problem in Parameters(page, command)) yield return problem;

        var syntax = SyntaxOf(command);
        if (!page.Syntax.SequenceEqual(syntax)) yield return $"the syntax is not that of the command, which is:{string.Concat(syntax.Select(line => "\n" + line))}";
    }

    private static IEnumerable<string> Parameters(CommandPage page, CommandInfo command)
    {
        var real = command.ParameterSets.SelectMany(HelpParameter.Of).Select(parameter => parameter.Name).Distinct().ToList();
        var told = page.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var missing in real.Except(told).Where(name => !SharedTexts.Has(name))) yield return $"the parameter -{missing} has no text";
        foreach (var unknown in told.Except(real)) yield return $"the command has no parameter -{unknown}";
        foreach (var twice in told.GroupBy(name => name).Where(name => name.Count() > 1)) yield return $"the parameter -{twice.Key} is described twice";
        foreach (var empty in page.Parameters.Where(parameter => parameter.Text.Count == 0)) yield return $"the text of -{empty.Name} is empty";
    }

    private static List<string> SyntaxOf(CommandInfo command) => [.. command.Definition.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
