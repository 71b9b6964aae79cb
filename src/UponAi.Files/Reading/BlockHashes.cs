using System.Security.Cryptography;

namespace UponAi.Files.Reading;

/// <summary>What the blocks of a file were when they were first read. Of a file that was checked, nothing else may be used afterwards.</summary>
internal sealed class BlockHashes(string path)
{
    internal const int BlockBytes = 64 * 1024;

    private readonly List<byte[]> known = [];

    /// <summary>Remembers a block that was not read before; compares another.</summary>
    /// <param name="index">Which block it is, from 0; the end counts as an empty one.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>: it is not what it was.</exception>
    internal void Check(int index, byte[] block, int length)
    {
        var digest = Digest(block, length);
        if (index == known.Count) known.Add(digest);
        else if (!digest.SequenceEqual(known[index]))
            throw PlanFileErrors.Whole(path, "was changed while it was read; what follows was not checked. Run the command again.");
    }

#if NET
    private static byte[] Digest(byte[] block, int length) => SHA256.HashData(block.AsSpan(0, length));
#else
    private static byte[] Digest(byte[] block, int length)
    {
        using var hash = SHA256.Create();
        return hash.ComputeHash(block, 0, length);
    }
#endif
}
