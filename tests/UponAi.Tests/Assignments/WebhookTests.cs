namespace UponAi.Tests;

public class WebhookTests
{
    [Theory]
    [InlineData("https://example.com/hook")]
    [InlineData("http://example.com")]
    [InlineData("HTTPS://Example.com/A?b=%2F&c=1#d")]
    [InlineData("https://192.0.2.1:8443/hook")]
    [InlineData("https://[2001:db8::1]/hook")]
    [InlineData("https://user@[2001:db8::1]:8443/hook")]
    [InlineData("https://example.com/~a/-._!$&'()*+,;=:@?/?#/?")]
    [InlineData("https://xn--exmple-cua.com/hook")]
    [InlineData("https://app.uponai.com/inbound-dynamic-vars/1/uponaiworkspace-913")]
    public void A_URL_is_kept_exactly_as_given(string url)
    {
        Assert.Equal(url, Webhook.Parse(url).ToString());
    }

    [Fact]
    public void White_space_around_a_URL_is_dropped()
    {
        Assert.Equal("https://example.com/hook", Webhook.Parse(" https://example.com/hook\r\n").ToString());
    }

    [Theory]
    [InlineData(null, "is not an absolute URL")]
    [InlineData("", "is not an absolute URL")]
    [InlineData("example.com/hook", "is not an absolute URL")]
    [InlineData("/hook", "is not an absolute URL")]
    [InlineData("https://", "is not an absolute URL")]
    [InlineData("https:example.com", "is not an absolute URL")]
    [InlineData("https:///example.com", "is not an absolute URL")]
    [InlineData("https://example.com:99999/", "is not an absolute URL")]
    [InlineData("ftp://example.com/hook", "has the scheme 'ftp'")]
    [InlineData("file://example.com/hook", "has the scheme 'file'")]
    [InlineData("mailto:a@example.com", "has the scheme 'mailto'")]
    [InlineData("javascript://example.com/%0aalert(1)", "has the scheme 'javascript'")]
    [InlineData("https://example.com/a b", "holds white space or an invisible character")]
    [InlineData("https://example.com/\nhook", "holds white space or an invisible character")]
    [InlineData("https://example.com/\u0000", "holds white space or an invisible character")]
    [InlineData("https://example\u200b.com/", "holds white space or an invisible character")]
    [InlineData("https://example.com/\u202e", "holds white space or an invisible character")]
    [InlineData("https://ex\u00e4mple.com/hook", "holds '\u00e4' (U+00E4), which a URL holds only encoded")]
    [InlineData("https://\u0435xample.com/hook", "holds '\u0435' (U+0435), which a URL holds only encoded")]
    [InlineData("https://example.com/caf\u00e9", "holds '\u00e9' (U+00E9), which a URL holds only encoded")]
    [InlineData("https://example.com/\ud83d\ude00", "holds a character beyond U+FFFF, which a URL holds only encoded")]
    [InlineData("https:\\\\example.com\\hook", "holds '\\', which a URL holds only encoded")]
    [InlineData("https://good.example\\@bad.example/", "holds '\\', which a URL holds only encoded")]
    [InlineData("https://example.com/{id}", "holds '{', which a URL holds only encoded")]
    [InlineData("https://example.com/?a=<2>", "holds '<', which a URL holds only encoded")]
    [InlineData("https://example.com/?a=1|2", "holds '|', which a URL holds only encoded")]
    [InlineData("https://example.com/a^b", "holds '^', which a URL holds only encoded")]
    [InlineData("https://example.com/a`b", "holds '`', which a URL holds only encoded")]
    [InlineData("https://example.com/\"a\"", "holds '\"', which a URL holds only encoded")]
    [InlineData("https://example.com/100%", "holds '%', which a URL holds only encoded")]
    [InlineData("https://example.com/%2Gb", "holds '%', which a URL holds only encoded")]
    [InlineData("https://example.com/#a#b", "holds '#', which a URL holds only encoded")]
    [InlineData("https://example.com/?a[]=1", "holds '[', which a URL holds only encoded")]
    [InlineData("https://[a@example.com/", "holds '[', which a URL holds only encoded")]
    public void Anything_else_is_refused(string? text, string why)
    {
        var refusal = Assert.Throws<UponAiException>(() => Webhook.Parse(text));

        Assert.Equal("UponAi.InvalidWebhookUrl", refusal.ErrorId);
        Assert.StartsWith($"'{DisplayText.Sanitize(text)}' ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"{why}; a webhook is an absolute http or https URL, such as https://example.com/hook. 'none' removes it.",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Webhooks_are_equal_by_text()
    {
        var webhook = Webhook.Parse("https://example.com/hook");
        var same = Webhook.Parse(" https://example.com/hook ");
        var other = Webhook.Parse("https://example.com/Hook");

        Assert.True(webhook == same);
        Assert.True(webhook.Equals((object)same));
        Assert.Equal(webhook.GetHashCode(), same.GetHashCode());
        Assert.True(webhook != other);
        Assert.False(webhook.Equals((object)"https://example.com/hook"));
    }

    [Fact]
    public void A_webhook_that_nobody_read_is_empty()
    {
        Webhook never = default;

        Assert.Equal("", never.ToString());
        Assert.Equal(0, never.GetHashCode());
        Assert.NotEqual(Webhook.Parse("https://example.com"), never);
    }
}
