namespace UponAi.Tests;

/// <summary>Tests numbers as people type them and as programs write them.</summary>
public class NumberMistakesTests
{
    [Theory]
    [InlineData("tel:+14155550103", "+14155550103")]
    [InlineData("TEL: +1-415-555-0103", "+14155550103")]
    [InlineData("tel:+14155550104;ext=101", "+14155550104;ext=101")]
    [InlineData("tel:101", "101")]
    [InlineData("=\"+14155550103\"", "+14155550103")]
    [InlineData("=\"0102\"", "0102")]
    [InlineData("\"+1 415 555 0103\"", "+14155550103")]
    [InlineData("\u201c0102\u201d", "0102")]
    [InlineData("'+14155550103'", "+14155550103")]
    public void A_meaning_beyond_doubt_is_read(string text, string number) =>
        Assert.Equal(number, NumberId.Parse(text).Value);

    [Theory]
    [InlineData("0014155550103", "00 is dialled before the country code", "Write + instead of 00: +14155550103.")]
    [InlineData("00-1-415-555-0103", "00 is dialled before the country code", "+14155550103.")]
    [InlineData("0049891234567", "00 is dialled before the country code", "+49891234567.")]
    [InlineData("415-555-0104", "it has no country code", "E.164")]
    [InlineData("(415)555-0104", "it has no country code", "E.164")]
    [InlineData("089-1234567", "it has no country code", "E.164")]
    [InlineData("415.555.0104", "it has no country code", "E.164")]
    [InlineData("(+1)415-555-0104", "its + is not at the beginning", "Write +14155550100 without parentheses")]
    [InlineData("14,155,550,104", "a program wrote it with thousands separators", "Format the column as text")]
    [InlineData("14.155.550.104", "a program wrote it with thousands separators", "Format the column as text")]
    [InlineData(",101", "it contains ','", "Give each number on its own.")]
    [InlineData("101,102", "it contains ','", "Give each number on its own. Read a plan file with Import-UponAi")]
    [InlineData("Number,InboundAgents", "it contains ','", "Read a plan file with Import-UponAiNumberAssignment.")]
    [InlineData("+14155550100,agent_a", "it contains ','", "Read a plan file with Import-UponAiNumberAssignment.")]
    [InlineData("+14155550100-109", "it looks like a range of numbers", "Give each number on its own.")]
    [InlineData("+14155550100 - 109", "it looks like a range of numbers", "Give each number on its own.")]
    [InlineData("+14155550100\u2013109", "it looks like a range of numbers", "Give each number on its own.")]
    [InlineData("+498912345600-99", "it looks like a range of numbers", "Give each number on its own.")]
    [InlineData("101-109", "it looks like a range of numbers", "Give each number on its own.")]
    [InlineData("101..109", "it looks like a range of numbers", "Give each number on its own.")]
    [InlineData("sip:101@pbx.example.com", "it is an address that begins with 'sip:'", "Give the number alone")]
    [InlineData(
        "sip:+14155550103@pbx.example.com", "it is an address that begins with 'sip:'", "Give the number alone")]
    [InlineData("mailto:desk@example.com", "it is an address that begins with 'mailto:'", "Give the number alone")]
    [InlineData("tel:desk", "it is an address that begins with 'tel:'", "Give the number alone")]
    [InlineData("tel:", "it is an address that begins with 'tel:'", "Give the number alone")]
    [InlineData("sip: 101", "it contains a space", "An extension has no spaces.")]
    [InlineData("10*", "it contains the wildcard '*'", "Give each number on its own.")]
    [InlineData("*", "it contains the wildcard '*'", "Give each number on its own.")]
    [InlineData("*9x", "it contains the wildcard '*'", "Give each number on its own.")]
    [InlineData("desk~*", "it contains the wildcard '*'", "Give each number on its own.")]
    [InlineData(
        "+1415555*",
        "it contains the wildcard '*'",
        "Or pipe the numbers that Get-UponAiNumber '+1415555*' returns.")]
    [InlineData("+1415[5]", "it contains the wildcard '['", "Get-UponAiNumber '+1415[5]'")]
    [InlineData("de'sk*", "it contains the wildcard '*'", "Get-UponAiNumber 'de''sk*'")]
    [InlineData("10[1-9]", "it contains the wildcard '['", "Give each number on its own.")]
    [InlineData(
        "agent_0ccb5a6e1f2d4c3b8a7968574d",
        "it is an agent",
        "Give the number first and then the agent, or name the parameter of the agent.")]
    [InlineData("agent_0ccb5a6e1f2d4c3b8a7968574d@3=90%;agent_b", "it is an agent", "Give the number first and then")]
    [InlineData("plan.csv", "it is the name of a file", "Import the rows of the file with Import-UponAi")]
    [InlineData("numbers.XLSX", "it is the name of a file", "Import the rows of the file")]
    [InlineData("=14155550103", "it is a formula of a spreadsheet", "Format the column as text")]
    [InlineData("=\"\"", "it is a formula of a spreadsheet", "Format the column as text")]
    [InlineData("+0123", "it has 4 digits", "6 to 15 digits")]
    [InlineData("+01234567", "no country code begins with 0", "Write + and the country code")]
    [InlineData("+1", "it has 1 digits", "6 to 15 digits")]
    [InlineData("+1415555010", "it has 10 digits", "country code 1 has 11 digits")]
    [InlineData("+141555501000", "it has 12 digits", "country code 1 has 11 digits")]
    [InlineData("+1310555010", "it has 10 digits", "country code 1 has 11 digits")]
    [InlineData("+12125550", "it has 8 digits", "country code 1 has 11 digits")]
    [InlineData("+4402071838750", "the 0 after the country code is dialled only inside the country", "Leave it out")]
    [InlineData("+49 089 1234567", "the 0 after the country code is dialled only inside the country", "Leave it out")]
    [InlineData("NULL", "it is what databases and programs write for an empty value", "Give a number")]
    [InlineData("System.Object[]", "it is an object or a list that a program turned into text", "Give a number")]
    public void A_text_that_cannot_be_a_number_is_refused_with_the_fix(string text, string why, string fix)
    {
        var refusal = Assert.Throws<UponAiException>(() => NumberId.Parse(text));

        Assert.Equal(UponAiError.InvalidNumber, refusal.Error);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fix, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("0102")]
    [InlineData("1234567")]
    [InlineData("*98")]
    [InlineData("*70")]
    [InlineData("101-7")]
    [InlineData("7-12")]
    [InlineData("101-12")]
    [InlineData("101-101")]
    [InlineData("desk-1234567")]
    [InlineData("1desk-567")]
    [InlineData("014155550100")]
    [InlineData("10.1.7")]
    [InlineData("desk-7")]
    [InlineData("desk:7")]
    [InlineData("user@example.com")]
    [InlineData("+14155550100;ext=7")]
    public void An_extension_is_read_without_doubt(string text)
    {
        Assert.Equal(text, NumberId.Parse(text).Value);
        Assert.Null(NumberId.Parse(text).Doubt);
    }

    [Theory]
    [InlineData("20")]
    [InlineData("27")]
    [InlineData("31")]
    [InlineData("32")]
    [InlineData("33")]
    [InlineData("41")]
    [InlineData("43")]
    [InlineData("44")]
    [InlineData("46")]
    [InlineData("49")]
    [InlineData("61")]
    [InlineData("64")]
    [InlineData("81")]
    [InlineData("82")]
    [InlineData("84")]
    [InlineData("90")]
    [InlineData("91")]
    [InlineData("353")]
    [InlineData("971")]
    [InlineData("972")]
    public void A_trunk_zero_after_the_country_code_is_refused(string code) =>
        Assert.Contains(
            "the 0 after the country code is dialled only inside the country",
            Assert.Throws<UponAiException>(() => NumberId.Parse($"+{code}01234567")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "14155550104",
        "'14155550104' has no + and is treated as an extension. If it is a phone number with its country code, write "
            + "+14155550104.")]
    [InlineData(
        "49891234",
        "'49891234' has no + and is treated as an extension. If it is a phone number with its country code, write "
            + "+49891234.")]
    [InlineData(
        "14155550104;ext=7",
        "'14155550104;ext=7' has no + and is treated as an extension. If it is a phone number with its country code, "
            + "write +14155550104;ext=7.")]
    public void Bare_digits_of_that_length_are_read_with_a_doubt(string text, string doubt)
    {
        Assert.Equal(text, NumberId.Parse(text).Value);
        Assert.Equal(doubt, NumberId.Parse(text).Doubt);
    }
}
