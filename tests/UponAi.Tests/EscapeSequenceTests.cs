namespace UponAi.Tests;

public class EscapeSequenceTests
{
    [Theory]
    [InlineData("\u001b")]
    [InlineData("\u001b[31;")]
    [InlineData("\u001b(")]
    [InlineData("\u009b31")]
    [InlineData("\u001b]")]
    [InlineData("\u001b]0;title")]
    [InlineData("\u001b]0;title\u001b")]
    [InlineData("\u009d0;title")]
    public void An_incomplete_sequence_ends_at_the_last_character(string text) =>
        Assert.Equal(text.Length - 1, EscapeSequence.End(text, 0));
}
