namespace UponAi.Tests;

public class DisplayTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("agent_a", "agent_a")]
    [InlineData("\u00e4\u00f6\u00fc \u65e5\u672c", "\u00e4\u00f6\u00fc \u65e5\u672c")]
    public void Ordinary_text_stays(string? text, string shown)
    {
        Assert.Equal(shown, DisplayText.Sanitize(text));
    }

    [Fact]
    public void Plain_text_is_not_copied()
    {
        const string Text = "agent_a~";

        Assert.Same(Text, DisplayText.Sanitize(Text, Text.Length));
    }

    [Theory]
    [InlineData("a\r\n\tb   c", "a b c")]
    [InlineData("  a  ", "a")]
    [InlineData("a\u00a0\u2028\u2029\u0085b", "a b")]
    [InlineData(" \n ", "")]
    public void White_space_folds_into_single_spaces(string text, string shown)
    {
        Assert.Equal(shown, DisplayText.Sanitize(text));
    }

    [Theory]
    [InlineData("a\u001b[31mb\u001b[0mc")]
    [InlineData("a\u001b[1;31;48;5;7mb\u001b[2Jc")]
    [InlineData("a\u001b[?25lb\u001b[ qc")]
    [InlineData("a\u009b31mb\u009b0mc")]
    [InlineData("a\u009bmb\u001b[3~c")]
    [InlineData("a\u001b]0;title\u0007bc")]
    [InlineData("a\u001b]0;title\u001b\\bc")]
    [InlineData("a\u001b]0;title\u009cbc")]
    [InlineData("a\u001b]8;;https://bad.example\u001b\\b\u001b]8;;\u001b\\c")]
    [InlineData("a\u001bPq#0\u001b\\bc")]
    [InlineData("a\u001bXs\u001b\\b\u001b^p\u001b\\\u001b_a\u001b\\c")]
    [InlineData("a\u001bcb\u001b7c")]
    [InlineData("a\u001b0b\u001b~c")]
    [InlineData("a\u001b(Bb\u001b)0c")]
    [InlineData("a\u001b/Abc")]
    [InlineData("a\u001b #8bc")]
    [InlineData("a\u001b\u001b[31mbc")]
    [InlineData("a\u001b[31\u001b[32mbc")]
    [InlineData("a\u009d0;title\u0007b\u0090q\u009cc")]
    [InlineData("a\u0098s\u009cb\u009ep\u001b\\\u009fx\u009cc")]
    public void Escape_sequences_go_whole(string text)
    {
        Assert.Equal("abc", DisplayText.Sanitize(text));
    }

    [Theory]
    [InlineData("abc\u001b")]
    [InlineData("abc\u001b[")]
    [InlineData("abc\u001b[31;")]
    [InlineData("abc\u009b")]
    [InlineData("abc\u001b]0;title")]
    [InlineData("abc\u001b]0;title\u001b")]
    [InlineData("abc\u001bP")]
    [InlineData("abc\u001b(")]
    [InlineData("abc\u009d")]
    public void Unterminated_escape_sequences_go_to_the_end(string text)
    {
        Assert.Equal("abc", DisplayText.Sanitize(text));
    }

    [Theory]
    [InlineData("a\u001b[31\nb", "a b")]
    [InlineData("a\u001b[\u65e5\u672c", "a\u65e5\u672c")]
    [InlineData("a\u001b\nb", "a b")]
    [InlineData("a\u001b(\u00e4b", "a\u00e4b")]
    public void A_sequence_cut_short_takes_nothing_that_follows_it(string text, string shown)
    {
        Assert.Equal(shown, DisplayText.Sanitize(text));
    }

    [Theory]
    [InlineData("a\u0000b\u0007c\u007f")]
    [InlineData("a\u0080b\u0084c\u009c")]
    [InlineData("\ufeffa\u200bb\u200d\u00adc")]
    [InlineData("a\u202eb\u202c\u2066c\u2069\u200e\u200f")]
    public void Controls_and_invisible_marks_go(string text)
    {
        Assert.Equal("abc", DisplayText.Sanitize(text));
    }

    [Theory]
    [InlineData("a\ud83d\ude00b", "a\ud83d\ude00b")]
    [InlineData("a\u001b\ud83d\ude00b", "a\ud83d\ude00b")]
    [InlineData("a\udb40\udc41b", "ab")]
    public void Characters_of_two_halves_stay_whole_unless_invisible(string text, string shown)
    {
        Assert.Equal(shown, DisplayText.Sanitize(text));
    }

    // Not a theory, because the text of an attribute cannot contain half of a surrogate pair.
    [Fact]
    public void Halves_of_characters_are_marked()
    {
        Assert.Equal("a\ufffd", DisplayText.Sanitize("a\ud83d"));
        Assert.Equal("\ufffdb", DisplayText.Sanitize("\ud83db"));
        Assert.Equal("a\ufffdb", DisplayText.Sanitize("a\ude00b"));
        Assert.Equal("\ufffd\ud83d\ude00", DisplayText.Sanitize("\ud83d\ud83d\ude00"));
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        Assert.Equal("ab", DisplayText.Sanitize("ab\ud83d\ude00c", 3));
        Assert.Equal("ab\ud83d\ude00", DisplayText.Sanitize("ab\ud83d\ude00c", 4));
    }

    [Fact]
    public void No_control_character_survives_whatever_surrounds_it()
    {
        var controls = Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7f, 0x21)).Select(c => (char)c).ToArray();

        foreach (var first in controls)
        {
            foreach (var second in controls)
                Assert.DoesNotContain(DisplayText.Sanitize($"a{first}{second}b"), DisplayText.IsInvisible);
        }
    }

    [Fact]
    public void Text_is_cut_at_200_characters_or_where_told()
    {
        Assert.Equal(new string('x', 200), DisplayText.Sanitize(new string('x', 201)));
        Assert.Equal("abc", DisplayText.Sanitize("abcdef", 3));
        Assert.Equal("ab", DisplayText.Sanitize("ab cdef", 3));
        Assert.Equal("abc", DisplayText.Sanitize("\u001b[31ma\u001b[32mb\u001b[33mcdef", 3));
    }

    [Theory]
    [InlineData('/', "'/'")]
    [InlineData('~', "'~'")]
    [InlineData(' ', "a space")]
    [InlineData('\u00a0', "the invisible character U+00A0")]
    [InlineData('\n', "the invisible character U+000A")]
    [InlineData('\u202a', "the invisible character U+202A")]
    [InlineData('\u2028', "the invisible character U+2028")]
    [InlineData('\uff11', "'\uff11' (U+FF11)")]
    [InlineData('\u0430', "'\u0430' (U+0430)")]
    [InlineData('\ud83d', "a character beyond U+FFFF")]
    [InlineData('\ude00', "a character beyond U+FFFF")]
    public void A_character_is_named_so_that_it_can_be_found(char c, string name)
    {
        Assert.Equal(name, DisplayText.Name(c));
    }

    [Theory]
    [InlineData("Number", "Number")]
    [InlineData("Number\u00a0", "Number")]
    [InlineData("\ufeff\ufeffNumber", "Number")]
    [InlineData("Inbound\u200bAgents", "InboundAgents")]
    [InlineData(" Inbound\u00a0 Agents\t", "Inbound Agents")]
    [InlineData("\u2800Number\u3164\ufe0f\u034f\u00ad\u2060", "Number")]
    [InlineData("\u115f\u1160\u17b4\u17b5\u180b\u180f\ufe00\uffa0Number", "Number")]
    [InlineData("\u180a\u1810\ufe10", "\u180a\u1810\ufe10")]
    [InlineData("\U000e0041Number", "Number")]
    [InlineData("\U0001f600", "\U0001f600")]
    [InlineData("\u200b", "")]
    public void A_name_is_what_people_see_of_it(string name, string visible) =>
        Assert.Equal(visible, DisplayText.VisibleName(name));

    [Fact]
    public void A_plain_name_is_not_copied()
    {
        var name = "Number";

        Assert.Same(name, DisplayText.VisibleName(name));
    }

    [Theory]
    [InlineData("'7'", ", without the quotation mark ' at its ends")]
    [InlineData("\"7\"", ", without the quotation mark \" at its ends")]
    [InlineData("\u20187\u201f", ", without the quotation mark \u2018 at its ends")]
    [InlineData("\u201f7\u2018", ", without the quotation mark \u201f at its ends")]
    [InlineData("\u20177\u2017", "")]
    [InlineData("\u20207\u2020", "")]
    [InlineData("7", "")]
    [InlineData("'7", "")]
    [InlineData("'", "")]
    public void Quotation_marks_at_both_ends_are_named(string text, string expected) =>
        Assert.Equal(expected, DisplayText.QuotationMarkClause(text));
}
