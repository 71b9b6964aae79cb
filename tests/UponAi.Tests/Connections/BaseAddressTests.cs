namespace UponAi.Tests;

public class BaseAddressTests
{
    [Theory]
    [InlineData("https://api.upon-ai.com", "https://api.upon-ai.com/")]
    [InlineData(" https://gateway.example:8443/uponai/ ", "https://gateway.example:8443/uponai/")]
    [InlineData("https://192.0.2.1", "https://192.0.2.1/")]
    public void Https_goes_anywhere(string text, string address)
    {
        Assert.Equal(address, BaseAddress.Parse(text).AbsoluteUri);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://LocalHost")]
    [InlineData("http://127.0.0.1:5080/")]
    [InlineData("http://127.8.9.10")]
    [InlineData("http://[::1]:5080")]
    public void Http_goes_to_loopback(string text)
    {
        var address = BaseAddress.Parse(text);

        Assert.Equal("http", address.Scheme);
        Assert.True(address.IsLoopback);
    }

    [Theory]
    [InlineData("http://api.upon-ai.com")]
    [InlineData("http://192.168.0.1")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://[::]")]
    [InlineData("http://[2001:db8::1]")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://xlocalhost")]
    [InlineData("ftp://localhost")]
    [InlineData("file://localhost/x")]
    [InlineData("ws://localhost")]
    public void Nothing_else_is_sent_a_token(string text)
    {
        AssertRefused(
            text,
            $"The base address '{text}' would send the token unencrypted. Only loopback addresses may use http.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("api.upon-ai.com")]
    [InlineData("/api")]
    [InlineData("https://")]
    [InlineData("https:api.upon-ai.com")]
    [InlineData("https://api.upon-ai.com:99999")]
    public void An_address_is_absolute(string? text)
    {
        AssertRefused(text, $"The base address '{text?.Trim()}' is not an absolute URL.");
    }

    [Theory]
    [InlineData("https://user:s3cret@api.example")]
    [InlineData("https://s3cret@api.example")]
    [InlineData("http://s3cret@localhost")]
    public void A_user_name_or_password_is_refused_and_not_shown(string text)
    {
        var refusal = AssertRefused(text, "contains a user name or password.");

        Assert.DoesNotContain("s3cret", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:s3cret@api.example:99999", "'\u2026' is not an absolute URL")]
    [InlineData("https://user:s3@s3cret@api.example:99999/x", "'\u2026' is not an absolute URL")]
    [InlineData("https://user:pa?s3cret@api.example", "'\u2026' is not an absolute URL")]
    [InlineData("https://user:s3cret@", "'\u2026' is not an absolute URL")]
    [InlineData("api.example?token=s3cret", "'\u2026' is not an absolute URL")]
    [InlineData("api.example#s3cret", "'\u2026' is not an absolute URL")]
    [InlineData("?token=s3cret", "'\u2026' is not an absolute URL")]
    [InlineData("https://api.example/?token=s3cret", "'https://api.example/' has a query or a fragment")]
    [InlineData("https://api.example/#s3cret", "'https://api.example/' has a query or a fragment")]
    [InlineData("https://api.example/?token=s3cret@x", "'https://api.example/' has a query or a fragment")]
    public void Possible_secrets_are_not_shown(string text, string why)
    {
        var refusal = AssertRefused(text, why);

        Assert.DoesNotContain("s3cret", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.example/?x=1")]
    [InlineData("https://api.example?")]
    [InlineData("https://api.example/#x")]
    [InlineData("https://api.example#")]
    public void A_query_or_a_fragment_is_refused(string text)
    {
        AssertRefused(text, "has a query or a fragment.");
    }

    private static UponAiException AssertRefused(string? text, string why)
    {
        var refusal = Assert.Throws<UponAiException>(() => BaseAddress.Parse(text));

        Assert.Equal("UponAi.InvalidBaseUri", refusal.ErrorId);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("Give an address such as https://api.upon-ai.com.", refusal.Message, StringComparison.Ordinal);
        return refusal;
    }

    [Theory]
    [InlineData("\"https://api.upon-ai.com\"", "\"")]
    [InlineData("'https://api.upon-ai.com'", "'")]
    public void A_quotation_mark_at_both_ends_is_named(string text, string mark)
    {
        var error = Assert.Throws<UponAiException>(() => BaseAddress.Parse(text));

        Assert.Equal(UponAiError.InvalidBaseUri, error.Error);
        Assert.StartsWith(
            $"The base address '…' begins and ends with the quotation mark {mark}.",
            error.Message,
            StringComparison.Ordinal);
    }
}
