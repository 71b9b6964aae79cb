using System.IO.Compression;
using System.Text;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

public sealed class CompressedResponseTests
{
    private static readonly byte[] Good =
        Encoding.UTF8.GetBytes(UpdateAnswers.Of(UpdateAnswers.FullNumber(TestAssignments.Number)));

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_read(string encoding)
    {
        await using var platform = Platform.Answering(Packed(encoding, Pack(encoding)));

        Assert.Equal(
            42,
            (await platform.UpdateAsync(TestAssignments.For() with { TimeRouting = true })).PhoneNumber.Id);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_damaged_compressed_response_is_unusable_and_retried(string encoding)
    {
        var damaged = Pack(encoding);
        Array.Fill(damaged, (byte)0xff);
        await using var platform = Platform.AlwaysAnswering(Packed(encoding, damaged));

        var error = await platform.FailAsync(TestAssignments.For() with { TimeRouting = true });

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.Equal((200, 5), (error.StatusCode, error.Request!.Attempts));
        Assert.StartsWith("The response was cut off or damaged (status 200", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_answer_that_ends_early_is_unusable(string encoding)
    {
        await using var platform = Platform.AlwaysAnswering(Packed(encoding, Pack(encoding)[..40]));

        var error = await platform.FailAsync(TestAssignments.For() with { TimeRouting = true });

        Assert.Equal((UponAiError.InvalidResponse, 200), (error.Error, error.StatusCode));
    }

    private static Reply Packed(string encoding, byte[] body) =>
        Reply.Bytes(body, "application/json", 200, ("Content-Encoding", encoding));

    private static byte[] Pack(string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            packer.Write(Good);
        }

        return packed.ToArray();
    }
}
