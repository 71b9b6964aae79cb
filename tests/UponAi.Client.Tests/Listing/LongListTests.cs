using System.IO.Compression;
using System.Text;
using UponAi.Client.Json;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>Tests that a list is read while it arrives, in pieces that may end anywhere.</summary>
public sealed class LongListTests
{
    [Fact]
    public async Task A_compressed_list_is_read()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(
                Encoding.UTF8.GetBytes(
                    "[" + string.Join(',', Enumerable.Repeat("""{"number":"101"}""", 100_000)) + "]"));
        }

        await using var platform = Platform.AlwaysAnswering(
            Reply.Bytes(packed.ToArray(), "application/json", 200, ("Content-Encoding", "gzip")));

        Assert.Equal(100_000, (await platform.ListNumbersAsync()).Count);
    }

    [Fact]
    public void Pieces_may_end_anywhere()
    {
        var body = Encoding.UTF8.GetBytes(
            """{"success":true,"x":[{"numbers":[]}],"numbers":[{"number":"ü\"]}","y":[1,{"z":null}]}"""
            + """,{"number":"2"}],"message":"m"}""");
        for (var at = 0; at <= body.Length; at++)
        {
            var list = NewList();
            var taken = list.Parse(body.AsSpan(0, at), isLast: false);
            taken += list.Parse(body.AsSpan(taken), isLast: true);

            Assert.Null(list.Problem);
            Assert.True(list.IsDone);
            Assert.Equal(body.Length, taken);
            Assert.Equal(["ü\"]}", "2"], list.Rows.Select(number => number.Number));
            Assert.Equal((true, "m"), (list.Envelope.Success, list.Envelope.Message));
        }
    }

    [Fact]
    public async Task A_byte_order_mark_between_rows_is_an_error_also_at_the_beginning_of_a_part()
    {
        const int PartBytes = 64 * 1024;
        const string Row = """[{"number":"101","note":" """;
        await using var platform = Platform.AlwaysAnswering(
            Reply.Json(Row + new string('x', PartBytes - Row.Length - 2) + "\"}\ufeff,{\"number\":\"102\"}]"));

        var error = await platform.FailToListNumbersAsync();

        Assert.StartsWith("The response is not JSON, or is incomplete", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_far_inside_shows_where()
    {
        var row = $$"""{"number":"101","note":"{{new string('x', 1000)}}"}""";
        await using var platform = Platform.AlwaysAnswering(
            Reply.Json("[" + string.Join(',', Enumerable.Repeat(row, 1000)) + """,{"number":"102"} x]"""));

        var error = await platform.FailToListNumbersAsync();

        Assert.StartsWith(
            "The response is not JSON, or is incomplete (status 200, application/json; the readable part is "
            + "followed by '",
            error.Message,
            StringComparison.Ordinal);
    }

    private static ListParser<PhoneNumber> NewList() => new("numbers", PhoneNumberReader.ReadRow, new StringCache());
}
