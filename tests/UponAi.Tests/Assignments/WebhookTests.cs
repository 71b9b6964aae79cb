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
    [InlineData("https://example.com/a b", "contains white space or an invisible character")]
    [InlineData("https://example.com/\nhook", "contains white space or an invisible character")]
    [InlineData("https://example.com/\u0000", "contains white space or an invisible character")]
    [InlineData("https://example\u200b.com/", "contains white space or an invisible character")]
    [InlineData("https://example.com/\u202e", "contains white space or an invisible character")]
    [InlineData("https://ex\u00e4mple.com/hook", "contains '\u00e4' (U+00E4), which must be percent-encoded in a URL")]
    [InlineData("https://\u0435xample.com/hook", "contains '\u0435' (U+0435), which must be percent-encoded in a URL")]
    [InlineData("https://example.com/caf\u00e9", "contains '\u00e9' (U+00E9), which must be percent-encoded in a URL")]
    [InlineData(
        "https://example.com/\ud83d\ude00",
        "contains a character beyond U+FFFF, which must be percent-encoded in a URL")]
    [InlineData("https:\\\\example.com\\hook", "contains '\\', which must be percent-encoded in a URL")]
    [InlineData("https://good.example\\@bad.example/", "contains '\\', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/{id}", "contains '{', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/?a=<2>", "contains '<', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/?a=1|2", "contains '|', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/a^b", "contains '^', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/a`b", "contains '`', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/\"a\"", "contains '\"', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/100%", "contains '%', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/%2Gb", "contains '%', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/#a#b", "contains '#', which must be percent-encoded in a URL")]
    [InlineData("https://example.com/?a[]=1", "contains '[', which must be percent-encoded in a URL")]
    [InlineData("https://[a@example.com/", "contains '[', which must be percent-encoded in a URL")]
    public void Anything_else_is_refused(string? text, string why)
    {
        var refusal = Assert.Throws<UponAiException>(() => Webhook.Parse(text));

        Assert.Equal("UponAi.InvalidWebhookUrl", refusal.ErrorId);
        Assert.StartsWith($"'{DisplayText.Sanitize(text)}' ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"{why}. A webhook is an absolute http or https URL, such as https://example.com/hook. 'none' "
            + "removes the webhook.",
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
    public void Different_webhooks_have_different_hash_codes() => Assert.True(
        Enumerable.Range(0, 10).Select(i => Webhook.Parse($"https://example.com/{i}").GetHashCode()).Distinct().Count()
        > 1);

    [Fact]
    public void A_webhook_that_nobody_read_is_empty()
    {
        Webhook never = default;

        Assert.Equal("", never.ToString());
        Assert.Equal(0, never.GetHashCode());
        Assert.NotEqual(Webhook.Parse("https://example.com"), never);
    }
}
