namespace UponAi.Tests;

public class AccountSidTests
{
    [Theory]
    [InlineData("AC1")]
    [InlineData("29e90072-fb58-4c6c-870a-43005115131e")]
    public void Visible_text_is_an_accounts_sid(string sid) => Assert.Equal(sid, new NumberLocation(sid, 1).AccountSid);

    [Fact]
    public void A_connection_may_have_none() => Assert.Null(new ConnectionSettings { AccountSid = null }.AccountSid);

    [Theory]
    [InlineData("AC1\n")]
    [InlineData("AC\u200b1")]
    public void Invisible_characters_are_refused(string sid)
    {
        var error = Assert.Throws<UponAiException>(() => new NumberLocation(sid, 1));

        Assert.Equal(UponAiError.InvalidAccountSid, error.Error);
        Assert.Contains("is not an account sid: it contains ", error.Message, StringComparison.Ordinal);
        Assert.Throws<UponAiException>(() => new ConnectionSettings { AccountSid = sid });
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Half_of_a_character_is_no_part_of_it(int half)
    {
        // It would be sent as another character, and could name another account.
        Assert.All(
            new[] { $"AC{(char)half}1", $"AC1{(char)half}", $"{(char)half}" },
            sid =>
            {
                var error = Assert.Throws<UponAiException>(() => new NumberLocation(sid, 1));
                Assert.Equal(UponAiError.InvalidAccountSid, error.Error);
                Assert.Contains("it contains half of a character", error.Message, StringComparison.Ordinal);
            });
        Assert.Equal("AC\U0001f600", new NumberLocation("AC\U0001f600", 1).AccountSid);
    }

    [Theory]
    [InlineData("\"AC1\"", "it begins and ends with the quotation mark \"")]
    [InlineData("'AC1'", "it begins and ends with the quotation mark '")]
    [InlineData("\u201cAC1\u201d", "it begins and ends with the quotation mark \u201c")]
    [InlineData(" AC1", "it begins or ends with a space")]
    [InlineData("AC1\u00a0", "it begins or ends with a space")]
    [InlineData("", "it is empty")]
    public void Empty_text_and_blanks_or_quotation_marks_at_the_ends_are_refused(string sid, string why)
    {
        var refusal = Assert.Throws<UponAiException>(() => new ConnectionSettings { AccountSid = sid });

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }
}
