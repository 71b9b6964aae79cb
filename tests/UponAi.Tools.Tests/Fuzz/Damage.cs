using System.Text;
using CsCheck;
using UponAi.Fuzz;

namespace UponAi.Tools.Tests.Fuzz;

/// <summary>Damages an input randomly: cuts out pieces, and inserts words, broken text and NULs.</summary>
internal static class Damage
{
    private static readonly byte[][] NoText = [[0xff], [0xc0, 0x80], [0xef, 0xbb, 0xbf], [0]];

    internal static Gen<byte[]> Of(FuzzTarget target)
    {
        var inputs = Array.ConvertAll(target.Inputs.ToArray(), File.ReadAllBytes);
        byte[][] words = [.. target.Words.Select(Encoding.UTF8.GetBytes), .. NoText];
        var cut = Gen.Select(Gen.Int[0, inputs.Max(input => input.Length)], Gen.Int[0, 12], OneOf(words));
        return Gen.Select(OneOf(inputs), cut.Array[1, 6], Damaged);
    }

    private static Gen<byte[]> OneOf(byte[][] several) =>
        Gen.Int[0, several.Length - 1].Select(which => several[which]);

    // The position, the number of removed bytes, and the inserted text.
    private static byte[] Damaged(byte[] input, (int At, int Cut, byte[] Put)[] damage)
    {
        var bytes = input.ToList();
        foreach (var (at, cut, put) in damage)
        {
            var begin = Math.Min(at, bytes.Count);
            bytes.RemoveRange(begin, Math.Min(cut, bytes.Count - begin));
            bytes.InsertRange(begin, put);
        }

        return [.. bytes];
    }
}
