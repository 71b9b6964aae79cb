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

    [Theory]
    [InlineData("\u001b[31m")]
    [InlineData("\u001b(B")]
    [InlineData("\u001bc")]
    [InlineData("\u001b]0;title\u0007")]
    [InlineData("\u001b]0;title\u001b\\")]
    [InlineData("\u009d0;title\u009c")]
    public void A_complete_sequence_ends_before_the_text_that_follows(string sequence) =>
        Assert.Equal(sequence.Length - 1, EscapeSequence.End(sequence + "abc", 0));
}
