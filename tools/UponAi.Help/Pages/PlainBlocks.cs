using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace UponAi.Help.Pages;

/// <summary>Markdown as a terminal shows it: paragraphs, list items with a dash, code with its line breaks.</summary>
internal static class PlainBlocks
{
    internal static IEnumerable<string> Of(IEnumerable<Block> blocks) => blocks.SelectMany(Of);

    internal static string Of(ContainerInline? inlines) => inlines is null ? "" : string.Concat(inlines.Select(Of));

    /// <summary>The lines of a code block, without its fences.</summary>
    internal static string Code(CodeBlock code) => code.Lines.ToString().TrimEnd();

    private static IEnumerable<string> Of(Block block) => block switch
    {
        ListBlock list => list.OfType<ListItemBlock>().Select(item => "- " + string.Join(" ", Of((IEnumerable<Block>)item))),
        CodeBlock code => [string.Join('\n', Code(code).Split('\n').Select(line => "    " + line))],
        ParagraphBlock paragraph => [Of(paragraph.Inline)],
        _ => throw new PageException($"Line {block.Line + 1}: help has paragraphs, lists and code blocks, and this is a {block.GetType().Name}."),
    };

    private static string Of(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        ContainerInline container => Of(container),
        _ => throw new PageException($"Line {inline.Line + 1}: help has text, code, emphasis and links, and this is a {inline.GetType().Name}."),
    };
}
