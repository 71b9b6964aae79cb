using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace UponAi.Help.Pages;

/// <summary>
/// Converts Markdown to text for a terminal: paragraphs, list items with a dash, and code with its line breaks.
/// </summary>
internal static class PlainBlocks
{
    internal static IEnumerable<string> Paragraphs(IEnumerable<Block> blocks) => blocks.SelectMany(Paragraphs);

    internal static string Text(ContainerInline? inlines) => inlines is null ? "" : string.Concat(inlines.Select(Text));

    /// <summary>Returns the lines of a code block without the fences.</summary>
    internal static string Code(CodeBlock code) => code.Lines.ToString().TrimEnd();

    private static IEnumerable<string> Paragraphs(Block block) => block switch
    {
        ListBlock list => list.OfType<ListItemBlock>()
            .Select(item => "- " + string.Join(" ", Paragraphs((IEnumerable<Block>)item))),
        CodeBlock code => [string.Join('\n', Code(code).Split('\n').Select(line => "    " + line))],
        ParagraphBlock paragraph => [Text(paragraph.Inline)],
        _ => throw new PageException(
            $"Line {block.Line + 1}: help has paragraphs, lists and code blocks, and this is a "
            + $"{block.GetType().Name}."),
    };

    private static string Text(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        ContainerInline container => Text(container),
        _ => throw new PageException(
            $"Line {inline.Line + 1}: help has text, code, emphasis and links, and this is a {inline.GetType().Name}."),
    };
}
