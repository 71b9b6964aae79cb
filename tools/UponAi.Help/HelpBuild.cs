using System.Management.Automation;
using UponAi.Help.Commands;
using UponAi.Help.Maml;
using UponAi.Help.Pages;

namespace UponAi.Help;

/// <summary>Makes the help file of a built module, or says why it cannot.</summary>
internal static class HelpBuild
{
    /// <param name="manifest">The built module's manifest.</param>
    /// <param name="pages">The folder with a page for each command.</param>
    /// <param name="online">Where that folder can be read.</param>
    /// <param name="target">The help file.</param>
    /// <returns>A line for each problem; none when the file was written.</returns>
    internal static IReadOnlyList<string> Run(string manifest, string pages, Uri online, string target)
    {
        List<string> problems = [];
        List<(CommandInfo, CommandPage)> described = [];
        var commands = ModuleCommands.Of(manifest);
        foreach (var command in commands)
        {
            var file = Path.Combine(pages, command.Name + ".md");
            if (Read(file, problems) is not { } page) continue;
            problems.AddRange(PageCheck.Problems(page, command).Select(problem => $"{file}: {problem}"));
            described.Add((command, page));
        }

        var known = commands.Select(command => command.Name + ".md").ToHashSet(StringComparer.Ordinal);
        problems.AddRange(Directory.EnumerateFiles(pages, "*.md").Where(file => !known.Contains(Path.GetFileName(file))).Select(file => $"{file}: the module has no such command"));
        if (problems.Count > 0) return problems;

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        new MamlWriter(online).Write(described).Save(target);
        return [];
    }

    private static CommandPage? Read(string file, List<string> problems)
    {
        if (!File.Exists(file))
        {
            problems.Add($"{file}: the command has no page");
            return null;
        }

        try
        {
            return PageReader.Read(File.ReadAllText(file));
        }
        catch (PageException e)
        {
            problems.Add($"{file}: {e.Message}");
            return null;
        }
    }
}
