using System.Text;
using UponAi.Client.Messages;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

/// <summary>Tests a response with status 200 whose body is not JSON, incomplete or too large.</summary>
public sealed class UnreadableResponseTests
{
    private const string Good = """{"success":true,"numbers":[{"number":"+14155550100","id":1}]}""";

    [Theory]
    [InlineData("<!DOCTYPE html>\n<title>Sign in</title>", "it begins '<!DOCTYPE html> <title>Sign in</title>'")]
    [InlineData("   \r\n", "it begins ''")]
    [InlineData(
        "{\"success\":true,\"numbers\":[{\"number\":\"+1",
        "it begins '{\"success\":true,\"numbers\":[{\"number\":\"+1'")]
    [InlineData(Good + "x", "it begins '" + Good + "x'")]
    [InlineData(Good + Good, "it begins '" + Good + Good + "'")]
    [InlineData("{\"success\":true,}", "it begins '{\"success\":true,}'")]
    [InlineData("{\"success\":tru", "it begins '{\"success\":tru'")]
    [InlineData("{success:true}", "it begins '{success:true}'")]
    [InlineData("\u001b[2J\u001b]0;title\u0007\u202eevil\u0000", "it begins 'evil'")]
    public async Task A_body_that_is_no_JSON_is_shown(string body, string shown)
    {
        var error = await FailAsync(Reply.Text(body, "text/html; charset=utf-8"));

        Assert.StartsWith(
            $"The response is not JSON, or is incomplete (status 200, text/html; charset=utf-8; {shown}).",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, error.Request!.Attempts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ufeff")]
    public async Task An_empty_body_is_called_empty(string body)
    {
        var error = await FailAsync(Reply.Bytes(Encoding.UTF8.GetBytes(body), contentType: null));

        Assert.StartsWith(
            "The response has no body (status 200, no content type; it is empty).",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_JSON()
    {
        await using var platform = Platform.Answering(Reply.Json("\ufeff" + Good));

        Assert.Equal(1, (await platform.UpdateAsync(TestAssignments.For() with { TimeRouting = true })).PhoneNumber.Id);
    }

    [Fact]
    public async Task At_most_200_characters_are_shown()
    {
        var error = await FailAsync(Reply.Text(new string('\u0001', 3000) + new string('x', 500), "text/plain"));

        Assert.Contains("it begins '" + new string('x', 200) + "')", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"success\":\"\u00ff\"")]
    [InlineData("\"success\":\"\\ud800\"")]
    public async Task A_success_that_is_not_UTF8_is_refused(string member)
    {
        var error = await FailAsync(Reply.Bytes(Encoding.Latin1.GetBytes($$"""{{{member}}}"""), "application/json"));

        Assert.Contains("not JSON", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"message\":\"\u00ff\"")]
    [InlineData("\"message\":\"\\ud800\"")]
    [InlineData("\"numbers\":[{\"number\":\"\u00ff\"}]")]
    [InlineData("\"numbers\":[{\"label\":\"\u00ff\"}]")]
    [InlineData("\"numbers\":[{\"\u00ff\":1}]")]
    public async Task Invalid_UTF8_in_other_texts_does_not_fail_a_change(string member)
    {
        await using var platform = Platform.Answering(
            Reply.Bytes(Encoding.Latin1.GetBytes($$"""{"success":true,{{member}}}"""), "application/json"));

        Assert.True(
            (
                await platform.UpdateAsync(
                    TestAssignments.For() with { TimeRouting = true })).PhoneNumber.IsTimeRoutingEnabled);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task An_answer_in_another_charset_is_refused_and_the_charset_shown(string charset)
    {
        var body = Encoding.GetEncoding(charset).GetBytes("""{"success":true,"message":"Zürich"}""");

        var error = await FailAsync(Reply.Bytes(body, $"application/json; charset={charset}"));

        Assert.Contains(
            $"(status 200, application/json; charset={charset}; it begins '",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        await using var platform = Platform.Answering(Reply.Json(Good.PadRight(BodyBuffer.Limit)));

        Assert.Equal(1, (await platform.UpdateAsync(TestAssignments.For() with { TimeRouting = true })).PhoneNumber.Id);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_and_not_asked_for_again()
    {
        var error = await FailAsync(Reply.Json(Good.PadRight(BodyBuffer.Limit + 1)));

        Assert.StartsWith(
            "The response is longer than 10 MiB (status 200, application/json; it begins '{\"success\":true",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, error.Request!.Attempts);
    }

    private static async Task<UponAiException> FailAsync(Reply reply)
    {
        await using var platform = Platform.Answering(reply);
        var error = await platform.FailAsync(TestAssignments.For() with { TimeRouting = true });
        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.Equal(200, error.StatusCode);
        return error;
    }
}
