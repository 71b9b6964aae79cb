namespace UponAi.Tests;

public class NumberIdRefusalTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00a0\u200e")]
    public void An_empty_text_is_no_number(string? text)
    {
        AssertRefused(text, "it is empty", "Give a number such as +14155550100, or an extension such as 101.");
    }

    [Theory]
    [InlineData("'")]
    [InlineData(" ' ")]
    [InlineData("''")]
    public void A_spreadsheets_mark_of_text_with_nothing_behind_it_is_no_number(string text)
    {
        var refusal = Assert.Throws<UponAiException>(() => NumberId.Parse(text));

        Assert.StartsWith(
            "'' is not a phone number or an extension: it is empty.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("25.11.2026")]
    [InlineData("25.11.2026 14:30")]
    [InlineData("1-JAN")]
    [InlineData("okt-26")]
    public void A_date_is_what_a_spreadsheet_made_of_a_number(string text)
    {
        AssertRefused(
            text,
            "a spreadsheet took it for a date",
            "Format the column as text, and enter the number again.");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("..;x=1")]
    [InlineData("101;..")]
    [InlineData("+14155550100;..")]
    public void Dots_that_would_climb_a_path_are_refused(string text)
    {
        AssertRefused(text, "it consists of dots", "Give a number such as +14155550100");
    }

    [Theory]
    [InlineData("/", "contains '/'")]
    [InlineData("../agents", "contains '/'")]
    [InlineData("101/agent", "contains '/'")]
    [InlineData("..\\agents", "contains '\\'")]
    [InlineData("101?x=1", "contains '?'")]
    [InlineData("101#x", "contains '#'")]
    [InlineData("%2e%2e", "contains '%'")]
    [InlineData("%2b14155550100", "contains '%'")]
    [InlineData("+14155550100;ext=%2f", "contains '%'")]
    [InlineData("+14155550100;ext=/..", "contains '/'")]
    public void A_character_with_a_meaning_in_URLs_is_refused(string text, string why)
    {
        AssertRefused(text, why, "Give a number such as +14155550100, or an extension such as 101.");
    }

    [Theory]
    [InlineData("10\u00001", "U+0000")]
    [InlineData("101\u007f", "U+007F")]
    [InlineData("10\u001b[31m1", "U+001B")]
    [InlineData("10\u200b1", "U+200B")]
    [InlineData("10\u202e1", "U+202E")]
    [InlineData("\u001b101", "U+001B")]
    public void Control_and_format_characters_within_an_extension_are_refused(string text, string code)
    {
        AssertRefused(text, "contains the invisible character " + code, "Give a number");
    }

    [Theory]
    [InlineData("+1415\u00005550100", "U+0000")]
    [InlineData("+1415\t5550100", "U+0009")]
    [InlineData("+14155550100\r\n", "U+000D")]
    public void Control_characters_within_a_phone_number_are_refused(string text, string code)
    {
        AssertRefused(text, "contains the invisible character " + code, "Digits follow the +");
    }

    [Theory]
    [InlineData("\uff11\uff10\uff11", "contains '\uff11'")]
    [InlineData("\u0661\u0660\u0661", "contains '\u0661'")]
    [InlineData("\uff0b14155550100", "contains '\uff0b'")]
    [InlineData("101\u20117", "contains '\u2011'")]
    [InlineData("de\u0455k", "contains '\u0455'")]
    [InlineData("a\uff0fb", "contains '\uff0f'")]
    [InlineData("\u2025", "contains '\u2025'")]
    [InlineData("desk\ud83d\ude00", "contains a character beyond U+FFFF")]
    [InlineData("+14155550100;ext=\uff17", "contains '\uff17'")]
    public void Another_kind_of_identifier_is_refused(string text, string why)
    {
        AssertRefused(text, why, "An extension has ASCII letters, digits and marks. Type it again.");
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        AssertRefused("desk\ud83d", "contains a character beyond U+FFFF", "Type it again");
    }

    [Theory]
    [InlineData("(415) 555-0100", "contains a space")]
    [InlineData("415 555 0100", "contains a space")]
    [InlineData("\t101", "contains the invisible character U+0009")]
    [InlineData("101\n102", "contains the invisible character U+000A")]
    [InlineData("+14155550100; ext=7", "contains a space")]
    public void White_space_needs_a_plus_before_it(string text, string why)
    {
        AssertRefused(text, why, "A phone number begins with + and its country code. An extension has no spaces.");
    }

    [Theory]
    [InlineData("+1415555O100", "contains 'O'")]
    [InlineData("+1-800-FLOWERS", "contains 'F'")]
    [InlineData("+14155550100x7", "contains 'x'")]
    [InlineData("+14155550100,+14155550101", "contains ','")]
    [InlineData("+14155550100 +14155550101", "contains '+'")]
    [InlineData("++14155550100", "contains '+'")]
    [InlineData("+14155550100/1", "contains '/'")]
    [InlineData("+1415%205550100", "contains '%'")]
    [InlineData("+\uff114155550100", "contains '\uff11'")]
    [InlineData("+\u0661\u0664\u0661\u0665", "contains '\u0661'")]
    public void Anything_but_digits_and_separators_after_a_plus_is_refused(string text, string why)
    {
        const string Fix = "Digits follow the +. Only spaces, '-', '.', '(' and ')' may separate them.";

        var refusal = AssertRefused(text, why, Fix);

        Assert.EndsWith(
            Fix + (why.Contains(',') ? NumberMistakes.ReadPlan : ""), refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+", "it has 0 digits")]
    [InlineData("+ ()", "it has 0 digits")]
    [InlineData("+;ext=7", "it has 0 digits")]
    [InlineData("+1234567890123456", "it has 16 digits")]
    [InlineData("+1 415 555 0100 415 555 0101", "it has 21 digits")]
    public void A_phone_number_has_6_to_15_digits(string text, string why)
    {
        AssertRefused(text, why, "A phone number has 6 to 15 digits after the +, with the country code.");
    }

    [Theory]
    [InlineData("+49 (0)89 1234")]
    [InlineData("+49(0)891234")]
    [InlineData("+49 ( 0 ) 89 1234")]
    [InlineData("+49 (\u200e0\u00a0)89 1234")]
    [InlineData("+49 (0)89 1234;ext=7")]
    public void A_trunk_zero_in_parentheses_is_refused(string text)
    {
        AssertRefused(
            text, "'(0)' is dialled only inside the country", "Leave it out: +49 89 1234, not +49 (0)89 1234.");
    }

    [Theory]
    [InlineData("1.41556E+10")]
    [InlineData("1,41556E+10")]
    [InlineData("1.41556e10")]
    [InlineData("+1.41556E+10")]
    [InlineData("4E+11")]
    public void A_number_damaged_by_a_spreadsheet_is_refused(string text)
    {
        AssertRefused(text, "a spreadsheet rounded the number, and its digits are lost",
            "Format the column as text, and enter the number again.");
    }

    [Theory]
    [InlineData("+4989123456.0")]
    [InlineData("14155550100.0")]
    [InlineData("101.00")]
    [InlineData("+4989123456.0;ext=7")]
    public void A_number_that_went_through_a_fraction_is_refused(string text)
    {
        AssertRefused(
            text, "its '.0' was added by a program that took the number for a fraction", "Keep the column as text.");
    }

    [Theory]
    [InlineData("#NAME?")]
    [InlineData("#VALUE!")]
    [InlineData("#####")]
    public void The_error_value_of_a_spreadsheet_is_refused(string text)
    {
        AssertRefused(text, "it is what a spreadsheet writes for a failed formula",
            "Format the column as text, and enter the number again.");
    }

    [Theory]
    [InlineData("+14155550100;+14155550101")]
    [InlineData("+14155550100;ext=7;+14155550101")]
    [InlineData("101;+14155550101")]
    public void Two_numbers_are_refused(string text)
    {
        AssertRefused(text, "it contains two numbers", "Give each number on its own.");
    }

    [Theory]
    [InlineData("+14155550100;")]
    [InlineData("+14155550100;;ext=7")]
    [InlineData("101;")]
    [InlineData(";ext=7")]
    [InlineData(";")]
    public void A_semicolon_with_nothing_beside_it_is_refused(string text)
    {
        AssertRefused(
            text,
            "nothing stands before or after a ';'",
            "Write an extension of a number as +14155550100;ext=7.");
    }

    [Fact]
    public void More_than_128_characters_are_refused_and_the_message_stays_short()
    {
        var refusal = AssertRefused(
            new string('1', 5000), "it has 5000 characters", "A number or extension has at most 128.");

        Assert.InRange(refusal.Message.Length, 1, 400);
    }

    [Fact]
    public void Marks_of_text_without_end_are_refused()
    {
        AssertRefused(
            new string('\'', 1_000_000), "it has 1000000 characters", "A number or extension has at most 128.");
    }

    private static UponAiException AssertRefused(string? text, string why, string fix)
    {
        var refusal = Assert.Throws<UponAiException>(() => NumberId.Parse(text));

        Assert.Equal("UponAi.InvalidNumber", refusal.ErrorId);
        Assert.StartsWith($"'{DisplayText.Sanitize(text)}' is not a phone number or an extension: ", refusal.Message,
            StringComparison.Ordinal);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fix, refusal.Message, StringComparison.Ordinal);
        return refusal;
    }
}
