using System.Text;
using UponAi.Client.Json;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>Tests lists that are longer than any other response, but not endless.</summary>
public sealed class EndlessListTests
{
    private const int Mebibyte = 1 << 20;

    [Theory]
    [InlineData("[", "]")]
    [InlineData("""{"success":true,"numbers":[""", """],"message":"All of them."}""")]
    public async Task A_list_longer_than_the_limit_of_other_answers_is_read(string before, string after)
    {
        const int count = 60_000;
        var body = before
            + string.Join(
                ',',
                Enumerable.Range(0, count).Select(
                    i => $$"""{"id":{{i}},"number":"+1999{{i:D7}}","note":"{{new string('x', 200)}}"}"""))
            + after;
        Assert.True(body.Length > 11 * Mebibyte);
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var numbers = await platform.ListNumbersAsync();

        Assert.Equal(Enumerable.Range(0, count).Select(i => (long?)i), numbers.Select(number => number.Id));
    }

    [Fact]
    public async Task A_row_without_end_is_given_up()
    {
        await using var platform = Platform.AlwaysAnswering(
            Reply.Json("""[{"number":"101","note":" """ + new string('x', 20 * Mebibyte) + "\"}]"));

        var error = await platform.FailToListNumbersAsync();

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.StartsWith(
            "The response has a part longer than 10 MiB (status 200",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_end_is_given_up()
    {
        // The test discards the rows, because a gibibyte of phone numbers would take long.
        var list = new ListParser<string>(
            "numbers",
            static (ref _, _) => new ListRow<string>("row", Name: null, Problem: null),
            new StringCache());
        list.Parse("""[{"number":"101"}"""u8, isLast: false);
        var row = Encoding.UTF8.GetBytes(""",{"number":"101","note":" """ + new string('x', 4 * Mebibyte) + "\"}");

        var rows = 0;
        for (; !list.IsDone; rows++) list.Parse(row, isLast: false);

        Assert.Equal("is longer than 1024 MiB", list.Problem!.Message);
        Assert.Equal(256, rows);
    }
}
