using System.IO.Compression;
using System.Text;
using UponAi.Client.Tests.Fixtures;
using UponAi.Client.Wire;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>A list is read while it arrives: it may be longer than any other answer, and its pieces may end anywhere.</summary>
public sealed class LongListTests
{
    private const int Mebibyte = 1 << 20;

    [Theory]
    [InlineData("[", "]")]
    [InlineData("""{"success":true,"numbers":[""", """],"message":"All of them."}""")]
    public async Task A_list_longer_than_the_limit_of_other_answers_is_read(string before, string after)
    {
        const int count = 60_000;
        var body = before + string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"id":{{i}},"number":"+1999{{i:D7}}","note":"{{new string('x', 200)}}"}""")) + after;
        Assert.True(body.Length > 11 * Mebibyte);
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var numbers = await platform.ListNumbersAsync();

        Assert.Equal(Enumerable.Range(0, count).Select(i => (long?)i), numbers.Select(number => number.Id));
    }

    [Fact]
    public async Task A_compressed_list_is_read()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("""{"number":"101"}""", 100_000)) + "]"));
        }

        await using var platform = Platform.AlwaysAnswering(Reply.Bytes(packed.ToArray(), "application/json", 200, ("Content-Encoding", "gzip")));

        Assert.Equal(100_000, (await platform.ListNumbersAsync()).Count);
    }

    [Fact]
    public void Pieces_may_end_anywhere()
    {
        var body = Encoding.UTF8.GetBytes("""{"success":true,"x":[{"numbers":[]}],"numbers":[{"number":"ü\"]}","y":[1,{"z":null}]},{"number":"2"}],"message":"m"}""");
        for (var at = 0; at <= body.Length; at++)
        {
            var list = NewList();
            var taken = list.Take(body.AsSpan(0, at), isLast: false);
            taken += list.Take(body.AsSpan(taken), isLast: true);

            Assert.Null(list.Problem);
            Assert.True(list.IsDone);
            Assert.Equal(body.Length, taken);
            Assert.Equal(["ü\"]}", "2"], list.Rows.Select(number => number.Number));
            Assert.Equal((true, "m"), (list.Envelope.Success, list.Envelope.Message));
        }
    }

    [Fact]
    public async Task An_error_far_inside_shows_where()
    {
        var row = $$"""{"number":"101","note":"{{new string('x', 1000)}}"}""";
        await using var platform = Platform.AlwaysAnswering(Reply.Json("[" + string.Join(',', Enumerable.Repeat(row, 1000)) + """,{"number":true}]"""));

        var error = await platform.FailToListNumbersAsync();

        Assert.StartsWith("The answer has for 'number' true where text belongs (status 200, application/json; what could be read is followed by '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_end_is_given_up()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("""[{"number":"101","note":" """ + new string('x', 20 * Mebibyte) + "\"}]"));

        var error = await platform.FailToListNumbersAsync();

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.StartsWith("The answer has a part longer than 10 MiB (status 200", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_end_is_given_up()
    {
        var list = NewList();
        list.Take("""[{"number":"101"}"""u8, isLast: false);
        var row = Encoding.UTF8.GetBytes(""",{"number":"101","note":" """ + new string('x', 4 * Mebibyte) + "\"}");

        var rows = 0;
        for (; !list.IsDone; rows++) list.Take(row, isLast: false);

        Assert.Equal("is longer than 1024 MiB", list.Problem!.Message);
        Assert.Equal(256, rows);
    }

    private static ListBody<PhoneNumber> NewList() => new("numbers", PhoneNumberReader.Read);
}
