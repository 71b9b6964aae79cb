using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace UponAi.Help.Pages;

/// <summary>Reads a help page: a title, the synopsis, and the <see cref="Parts"/> under headings of level 2.</summary>
internal static class PageReader
{
    private static readonly string[] Parts =
        ["Syntax", "Description", "Examples", "Parameters", "Inputs", "Outputs", "Related"];

    /// <summary>Reads the Markdown text of a page.</summary>
    /// <exception cref="PageException">A part is missing or unknown, or has content that help cannot show.</exception>
    internal static CommandPage Read(string markdown)
    {
        var document = Markdown.Parse(markdown);
        if (document.FirstOrDefault() is not HeadingBlock { Level: 1 } title)
            throw new PageException("The page must begin with a title: # and the name of the command.");

        var parts = Split(document.Skip(1), 2).ToList();
        var names = parts.Skip(1).Select(part => part.Title);
        if (!names.SequenceEqual(Parts))
        {
            throw new PageException(
                $"The page has the parts {string.Join(", ", names)}. "
                + $"It needs {string.Join(", ", Parts)}, in this order.");
        }

        return new CommandPage
        {
            Name = PlainBlocks.Text(title.Inline),
            Synopsis = [.. PlainBlocks.Paragraphs(parts[0].Blocks)],
            Syntax =
            [
                .. parts[1].Blocks.OfType<CodeBlock>()
                    .SelectMany(code => PlainBlocks.Code(code).Split('\n'))
                    .Where(line => line.Length > 0),
            ],
            Description = [.. PlainBlocks.Paragraphs(parts[2].Blocks)],
            Examples = [.. Split(parts[3].Blocks, 3).Skip(1).Select(ReadExample)],
            Parameters = ReadEntries(parts[4].Blocks),
            Inputs = ReadEntries(parts[5].Blocks),
            Outputs = ReadEntries(parts[6].Blocks),
            Links =
            [
                .. parts[7].Blocks.OfType<ListBlock>()
                    .SelectMany(list => list.Descendants<LinkInline>())
                    .Select(link => new CommandPage.Link(PlainBlocks.Text(link), link.Url!)),
            ],
        };
    }

    private static CommandPage.Example ReadExample((string Title, IReadOnlyList<Block> Blocks) part) =>
        part.Blocks.Count > 0 && part.Blocks[0] is CodeBlock code
            ? new(part.Title, PlainBlocks.Code(code), [.. PlainBlocks.Paragraphs(part.Blocks.Skip(1))])
            : throw new PageException($"The example '{part.Title}' must begin with its code.");

    private static CommandPage.Entry[] ReadEntries(IReadOnlyList<Block> blocks) =>
    [
        .. Split(blocks, 3).Skip(1).Select(part =>
            new CommandPage.Entry(part.Title.TrimStart('-'), [.. PlainBlocks.Paragraphs(part.Blocks)])),
    ];

    /// <summary>Splits the blocks at the headings of a level. The part before the first heading has no title.</summary>
    private static IEnumerable<(string Title, IReadOnlyList<Block> Blocks)> Split(IEnumerable<Block> blocks, int level)
    {
        var title = "";
        List<Block> part = [];
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading && heading.Level == level)
            {
                yield return (title, part);
                (title, part) = (PlainBlocks.Text(heading.Inline), []);
            }
            else
            {
                part.Add(block);
            }
        }

        yield return (title, part);
    }
}
