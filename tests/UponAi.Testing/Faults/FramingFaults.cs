using System.IO.Compression;
using System.Text;
using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>Responses that begin well, but whose bodies do not arrive as announced.</summary>
internal static class FramingFaults
{
    private const string Chunked =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    internal static Fault[] Of(Asked asked) =>
    [
        new(
            "a reset in the body", Always(Reply.ResetInBody(asked.Good)), "InvalidResponse", "ProtocolError", 5,
            FourWaits),
        new("a close in the body", Always(Reply.CutOff(asked.Good)), "InvalidResponse", "ProtocolError", 5, FourWaits),
        new(
            "a close in a chunk", Always(Reply.Raw(Chunked + "10\r\n{\"success\":true").ThenClose()), "InvalidResponse",
            "ProtocolError", 5, FourWaits),
        new(
            "a close between chunks", Always(Reply.Raw(Chunked + "10\r\n{\"success\":true}\r\n").ThenClose()),
            "InvalidResponse", "ProtocolError", 5, FourWaits),
        new(
            "a chunk of no size", Always(Reply.Raw(Chunked + "xyz\r\n").ThenClose()), "InvalidResponse",
            "ProtocolError", 5, FourWaits),
        new(
            "a chunk of a monstrous size", Always(Reply.Raw(Chunked + "7fffffffffffffff\r\n{").ThenClose()),
            "InvalidResponse", "ProtocolError", 5, FourWaits),
        new(
            "a Content-Length that is too long",
            Always(Reply.Raw(With(asked, "Content-Length", "1000000")).ThenClose()), "InvalidResponse", "ProtocolError",
            5, FourWaits),
        new(
            "a Content-Length that is too short", Always(Reply.Raw(With(asked, "Content-Length", "20")).ThenClose()),
            "InvalidResponse", "ProtocolError", 1, AtOnce),
        new(
            "a Content-Length that is negative", Always(Reply.Raw(With(asked, "Content-Length", "-1")).ThenClose()),
            null, null, 1, AtOnce),
        new(
            "a Content-Length beyond all memory",
            Always(Reply.Raw(With(asked, "Content-Length", "9223372036854775807")).ThenClose()), "InvalidResponse",
            "ProtocolError", 5, FourWaits),
        new(
            "gzip that is none",
            Always(
                Reply.Bytes(Encoding.UTF8.GetBytes(asked.Good), "application/json", 200, ("Content-Encoding", "gzip"))),
            "InvalidResponse", "ProtocolError", 5, FourWaits),
        new(
            "gzip that ends early",
            Always(Reply.Bytes(Gzip(asked.Good)[..40], "application/json", 200, ("Content-Encoding", "gzip"))),
            "InvalidResponse", "ProtocolError", 1, AtOnce),
        new(
            "a gzip bomb",
            Always(
                () =>
                    Reply.Bytes(
                        Gzip(packer => packer.Write(new byte[100 << 20])), "application/json", 200,
                        ("Content-Encoding", "gzip"))),
            "InvalidResponse", "ProtocolError", 1, AtOnce),
        new(
            "a cut-off body, then an answer", InTurn(Reply.CutOff(asked.Good), Reply.Json(asked.Good)), null, null, 2,
            FourWaits),
    ];

    private static string With(Asked asked, string header, string value) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{header}: {value}\r\n\r\n{asked.Good}";

    private static byte[] Gzip(string text) => Gzip(packer => packer.Write(Encoding.UTF8.GetBytes(text)));

    private static byte[] Gzip(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) write(packer);
        return packed.ToArray();
    }
}
