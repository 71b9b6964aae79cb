using System.Management.Automation.Host;

namespace UponAi.Host.Screen;

/// <summary>The size of the screen, for the formatter; 120 columns where there is none. The rest of a raw console is not offered.</summary>
internal sealed class ConsoleScreen : PSHostRawUserInterface
{
    private static readonly Size Assumed = new(120, 50);

    public override Size BufferSize { get => WindowSize; set => throw NotOffered(); }

    public override Size WindowSize
    {
        get => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? Assumed : new Size(Console.WindowWidth, Console.WindowHeight);
        set => throw NotOffered();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override int CursorSize { get; set; } = 25;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override bool KeyAvailable => false;

    public override string WindowTitle { get; set; } = "UponAi.Host";

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw NotOffered();

    public override void FlushInputBuffer()
    {
        // Answers are read as lines; nothing is kept.
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotOffered();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NotOffered();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotOffered();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotOffered();

    private static NotSupportedException NotOffered() => new("This host has no raw console.");
}
