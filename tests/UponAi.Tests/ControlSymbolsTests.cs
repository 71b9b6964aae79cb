namespace UponAi.Tests;

public sealed class ControlSymbolsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("agent_a", "agent_a")]
    [InlineData("a\tb\r\nc", "a\tb\r\nc")]
    [InlineData("\u001b[31mred\u0007", "␛[31mred␇")]
    [InlineData("a\0b\u007f", "a␀b␡")]
    [InlineData("\u001f", "␟")]
    [InlineData("a\u009b2Jé", "a␛[2Jé")]
    public void Control_characters_become_symbols(string text, string shown) =>
        Assert.Equal(shown, ControlSymbols.Show(text));

    [Theory]
    [InlineData("agent_a")]
    [InlineData("\u001b[31mred\u0007\0\u007fé")]
    [InlineData("\u001f")]
    public void Symbols_become_control_characters_again(string text) =>
        Assert.Equal(text, ControlSymbols.Restore(ControlSymbols.Show(text)));

    [Fact]
    public void Text_without_control_characters_is_not_copied()
    {
        const string Text = "agent a";

        Assert.Same(Text, ControlSymbols.Show(Text));
    }

    [Fact]
    public void Other_symbols_stay() =>
        Assert.Equal("a\u2420b\u241b"[..3] + "\u001b", ControlSymbols.Restore("a\u2420b\u241b"));

    [Theory]
    [InlineData("a\u001b[31mb")]
    [InlineData("a\u009b31mb")]
    [InlineData("a\u001b]0;title\u0007b")]
    public void Display_text_leaves_out_the_sequences_that_symbols_show(string text) =>
        Assert.Equal("ab", DisplayText.Sanitize(ControlSymbols.Show(text)));

    [Fact]
    public void Nothing_with_a_symbol_can_be_sent()
    {
        Assert.Throws<UponAiException>(() => Webhook.Parse("https://a.example/␛[31m"));
        Assert.Throws<UponAiException>(() => AgentRef.Parse("agent_a␛[31m"));
        Assert.Throws<UponAiException>(() => NumberId.Parse("+14155550100␛[31m"));
    }
}
