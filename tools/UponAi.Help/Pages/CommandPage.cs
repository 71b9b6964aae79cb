namespace UponAi.Help.Pages;

/// <summary>What <c>docs/commands/NAME.md</c> says of a command, as plain text in paragraphs.</summary>
internal sealed class CommandPage
{
    /// <summary>The page's title.</summary>
    public required string Name { get; init; }

    /// <summary>The paragraphs under the title.</summary>
    public required IReadOnlyList<string> Synopsis { get; init; }

    /// <summary>The code block under Syntax: a line for each parameter set.</summary>
    public required IReadOnlyList<string> Syntax { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>By parameter, without the dash.</summary>
    public required IReadOnlyList<Entry> Parameters { get; init; }

    /// <summary>By type.</summary>
    public required IReadOnlyList<Entry> Inputs { get; init; }

    /// <summary>By type.</summary>
    public required IReadOnlyList<Entry> Outputs { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    /// <param name="Code">As it stands in the page.</param>
    internal sealed record Example(string Title, string Code, IReadOnlyList<string> Remarks);

    internal sealed record Entry(string Name, IReadOnlyList<string> Text);

    /// <param name="Target">As it stands in the page: a URL, or a file beside it.</param>
    internal sealed record Link(string Text, string Target);
}
