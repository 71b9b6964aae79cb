namespace UponAi.Tests;

public class NumberIdTests
{
    [Theory]
    [InlineData("+14155550100", "+14155550100")]
    [InlineData("+1 (415) 555-0100", "+14155550100")]
    [InlineData("+1.415.555.0100", "+14155550100")]
    [InlineData("+49 89 1234", "+49891234")]
    [InlineData("+49.89.1234.0", "+498912340")]
    [InlineData("+49.891200", "+49891200")]
    [InlineData("+49 89 1234-0", "+498912340")]
    [InlineData("  +14155550100  ", "+14155550100")]
    [InlineData("+1\u00a0415\u2009555\u202f0100", "+14155550100")]
    [InlineData("+1\u2010415\u2011555\u20130100", "+14155550100")]
    [InlineData("+1\u2014415\u2015555\u00ad0100", "+14155550100")]
    [InlineData("+39 06 1234", "+39061234")]
    [InlineData("+6834002", "+6834002")]
    [InlineData("+13105550", "+13105550")]
    [InlineData("+491234567890123", "+491234567890123")]
    [InlineData("+49 123456789012-3", "+491234567890123")]
    public void Visual_separators_of_a_phone_number_are_removed(string text, string number)
    {
        Assert.Equal(number, NumberId.Parse(text).Value);
    }

    [Fact]
    public void A_plain_phone_number_is_not_copied()
    {
        const string Number = "+14155550100";

        Assert.Same(Number, NumberId.Parse(Number).Value);
    }

    [Theory]
    [InlineData("\u202a+14155550100\u202c", "+14155550100")]
    [InlineData("\u200e+1\u200e415\u200e5550100\u200f", "+14155550100")]
    [InlineData("\ufeff+14155550100", "+14155550100")]
    [InlineData("\u200b101\u00a0", "101")]
    public void Invisible_marks_of_a_copied_number_are_removed(string text, string number)
    {
        Assert.Equal(number, NumberId.Parse(text).Value);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("0101")]
    [InlineData("000")]
    [InlineData("*98")]
    [InlineData("sales-desk_2")]
    [InlineData("user@example.com")]
    [InlineData("14155550100")]
    [InlineData("a.b")]
    [InlineData("..a")]
    [InlineData("1-(0)-1")]
    [InlineData("~desk~")]
    [InlineData("+14155550100;ext=7")]
    [InlineData("+14155550100;ext=007")]
    [InlineData("101;ext=7;phone-context=x")]
    public void An_extension_passes_as_it_is(string text)
    {
        Assert.Equal(text, NumberId.Parse(text).Value);
    }

    [Fact]
    public void Separators_before_an_extension_are_removed()
    {
        Assert.Equal("+14155550100;ext=07", NumberId.Parse("+1 (415) 555-0100;ext=07").Value);
    }

    [Theory]
    [InlineData("'+14155550100", "+14155550100")]
    [InlineData(" '+1 415 555 0100", "+14155550100")]
    [InlineData("'0101", "0101")]
    [InlineData("1'", "1'")]
    public void A_spreadsheets_mark_of_text_is_no_part_of_the_number(string text, string number)
    {
        Assert.Equal(number, NumberId.Parse(text).Value);
    }

    [Fact]
    public void An_identifier_may_have_128_characters()
    {
        var longest = new string('1', 128);

        Assert.Equal(longest, NumberId.Parse(longest).Value);
    }

    [Fact]
    public void Numbers_are_equal_by_text_once_read()
    {
        var number = NumberId.Parse("+1 415 555 0100");
        var same = NumberId.Parse("+14155550100");

        Assert.True(number == same);
        Assert.False(number != same);
        Assert.True(number.Equals((object)same));
        Assert.Equal(number.GetHashCode(), same.GetHashCode());
        Assert.Equal("+14155550100", number.ToString());
    }

    [Theory]
    [InlineData("101", "0101")]
    [InlineData("+14155550100", "14155550100")]
    [InlineData("+14155550100", "+14155550100;ext=7")]
    [InlineData("desk", "Desk")]
    public void Numbers_differ_by_every_character(string left, string right)
    {
        Assert.True(NumberId.Parse(left) != NumberId.Parse(right));
        Assert.False(NumberId.Parse(left).Equals((object)right));
    }

    [Fact]
    public void Different_numbers_have_different_hash_codes() => Assert.True(
        Enumerable.Range(100, 10).Select(i => NumberId.Parse($"{i}").GetHashCode()).Distinct().Count() > 1);

    [Fact]
    public void A_number_that_nobody_read_has_no_value()
    {
        NumberId never = default;

        Assert.Throws<InvalidOperationException>(() => never.Value);
        Assert.Equal("", never.ToString());
        Assert.Equal(0, never.GetHashCode());
        Assert.NotEqual(NumberId.Parse("101"), never);
    }

    [Theory]
    [InlineData("+14155550103", true)]
    [InlineData("+14155550103;ext=7", true)]
    [InlineData("101", false)]
    public void Only_a_number_with_a_plus_is_in_one_workspace(string number, bool isInOne) =>
        Assert.Equal(isInOne, NumberId.IsInOneWorkspace(number));
}
