using System.Security;

namespace UponAi.Tests;

public class BearerTokenTests
{
    [Theory]
    [InlineData("k")]
    [InlineData("key_5f2c9a71e3")]
    [InlineData("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")]
    public void A_run_of_visible_ASCII_characters_is_taken_as_it_is(string text)
    {
        using var token = BearerToken.Protect(text);

        Assert.Same(token, BearerToken.Checked(token));
        Assert.Equal(text, BearerToken.Reveal(token));
        Assert.True(token.IsReadOnly());
    }

    [Fact]
    public void An_empty_token_is_refused()
    {
        using var token = new SecureString();

        var refusal = Assert.Throws<UponAiException>(() => BearerToken.Checked(token));

        Assert.Equal(UponAiError.InvalidToken, refusal.Error);
        Assert.Equal("The token is empty. Generate one in the profile settings at app.uponai.com.", refusal.Message);
    }

    [Theory]
    [InlineData(" secret", "a space at position 1 of 7")]
    [InlineData("sec ret", "a space at position 4 of 7")]
    [InlineData("secret\n", "an invalid character at position 7 of 7")]
    [InlineData("secret\u007f", "an invalid character at position 7 of 7")]
    [InlineData("s\u00e9cret", "an invalid character at position 2 of 6")]
    [InlineData("\u0000secret", "an invalid character at position 1 of 7")]
    public void A_token_that_cannot_travel_as_one_header_value_is_refused_without_being_shown(string text, string why)
    {
        using var token = BearerToken.Protect(text);

        var refusal = Assert.Throws<UponAiException>(() => BearerToken.Checked(token));

        Assert.Equal(UponAiError.InvalidToken, refusal.Error);
        Assert.Equal(
            $"The token contains {why}. A token has only visible ASCII characters. Copy it again, without line "
            + "breaks.", refusal.Message);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"secret\"", "\"")]
    [InlineData("'secret'", "'")]
    [InlineData("\u201csecret\u201d", "\u201c")]
    public void Quotation_marks_around_a_token_are_named(string text, string mark)
    {
        using var token = BearerToken.Protect(text);

        var refusal = Assert.Throws<UponAiException>(() => BearerToken.Checked(token));

        Assert.Equal(UponAiError.InvalidToken, refusal.Error);
        Assert.StartsWith(
            $"The token begins and ends with the quotation mark {mark}.",
            refusal.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }
}
