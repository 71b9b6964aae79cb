namespace UponAi.Help.Pages;

/// <summary>The contents of a page <c>docs/commands/NAME.md</c>, as paragraphs of plain text.</summary>
internal sealed class CommandPage
{
    /// <summary>The title of the page.</summary>
    public required string Name { get; init; }

    /// <summary>The paragraphs under the title.</summary>
    public required IReadOnlyList<string> Synopsis { get; init; }

    /// <summary>The code block under Syntax: a line for each parameter set.</summary>
    public required IReadOnlyList<string> Syntax { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>The texts of the parameters. The names are without the dash.</summary>
    public required IReadOnlyList<Entry> Parameters { get; init; }

    /// <summary>The texts of the input types.</summary>
    public required IReadOnlyList<Entry> Inputs { get; init; }

    /// <summary>The texts of the output types.</summary>
    public required IReadOnlyList<Entry> Outputs { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>An example with its unchanged code.</summary>
    internal sealed record Example(string Title, string Code, IReadOnlyList<string> Remarks);

    internal sealed record Entry(string Name, IReadOnlyList<string> Text);

    /// <summary>A link. The target is a URL or a file in the same folder.</summary>
    internal sealed record Link(string Text, string Target);
}

/// <summary>The exception for a page that cannot be read. The message names the fix.</summary>
internal sealed class PageException(string message) : Exception(message);
