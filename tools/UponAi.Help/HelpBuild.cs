using System.Management.Automation;
using UponAi.Help.Commands;
using UponAi.Help.Pages;

namespace UponAi.Help;

/// <summary>
/// Builds the help file of the module from the pages of docs/commands, or reports the problems. The build of
/// UponAi.Module calls it.
/// </summary>
internal static class HelpBuild
{
    /// <summary>Checks the pages, and writes the help file if they have no problem.</summary>
    /// <param name="manifest">The manifest of the built module.</param>
    /// <param name="pages">The folder with a page for each command.</param>
    /// <param name="online">The web address of that folder.</param>
    /// <param name="target">The path of the help file.</param>
    /// <returns>The problems. Empty if the file was written.</returns>
    internal static IReadOnlyList<string> Run(string manifest, string pages, Uri online, string target)
    {
        List<string> problems = [];
        List<(CommandInfo, CommandPage)> described = [];
        var commands = ModuleCommands.Read(manifest);
        foreach (var command in commands)
        {
            var file = Path.Combine(pages, command.Name + ".md");
            if (Read(file, problems) is not { } page) continue;
            problems.AddRange(PageCheck.Problems(page, command).Select(problem => $"{file}: {problem}"));
            described.Add((command, page));
        }

        var known = commands.Select(command => command.Name + ".md").ToHashSet(StringComparer.Ordinal);
        problems.AddRange(Directory.EnumerateFiles(pages, "*.md")
            .Where(file => !known.Contains(Path.GetFileName(file)))
            .Select(file => $"{file}: the module has no such command"));
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
