using System.Security.Cryptography;

namespace UponAi.Files.Reading;

/// <summary>
/// The hashes of a file's blocks at the first reading, which checks the rows. A later reading must have the same
/// hashes, so that it returns the checked rows.
/// </summary>
internal sealed class BlockHashes(string path)
{
    internal const int BlockBytes = 64 * 1024;

    private readonly List<byte[]> known = [];

    /// <summary>Stores the hash of a new block, or compares a known block with its hash.</summary>
    /// <param name="index">The index of the block, from 0. The end of the file counts as an empty block.</param>
    /// <param name="block">The buffer with the block.</param>
    /// <param name="length">The length of the block in bytes.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>: the block has changed.</exception>
    internal void StoreOrCompare(int index, byte[] block, int length)
    {
        var hash = Hash(block, length);
        if (index == known.Count) known.Add(hash);
        else if (!hash.SequenceEqual(known[index]))
        {
            throw PlanFileErrors.Whole(
                path, "was changed while it was read, and the rest was not checked. Run the command again.");
        }
    }

#if NET
    private static byte[] Hash(byte[] block, int length) => SHA256.HashData(block.AsSpan(0, length));
#else
    private static byte[] Hash(byte[] block, int length)
    {
        using var hash = SHA256.Create();
        return hash.ComputeHash(block, 0, length);
    }
#endif
}
