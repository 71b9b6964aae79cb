using System.Text;
using System.Text.Json;
using CsCheck;
using UponAi.Client.Tests.Fixtures;
using UponAi.Client.Wire;
using UponAi.Testing;

namespace UponAi.Client.Tests.Properties;

/// <summary>Damaged answers: each is read, or refused in one of the ways that the client reports; nothing else is thrown, and nothing hangs.</summary>
public sealed class AnswerFuzzing
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(UpdateAnswers.Of(UpdateAnswers.FullNumber(Ask.Number), UpdateAnswers.Number("101")));

    private static readonly byte[][] Words =
    [
        .. new[] { "null", "true", "0", "-1", "1e400", "1.5", "\"\"", "{}", "[]", "[", "]", "{", "}", ",", ":", "\"", "\\u0000", "\\ud800", "99999999999999999999", "\"numbers\":", "\"success\":false," }
            .Select(Encoding.UTF8.GetBytes),
        [0xff], [0xc0, 0x80], [0xef, 0xbb, 0xbf], [0],
    ];

    // Where, how many bytes go, and what comes instead.
    private static readonly Gen<(int At, int Cut, byte[] Put)[]> Damage = Gen.Select(Gen.Int[0, Good.Length], Gen.Int[0, 12], Gen.Int[0, Words.Length - 1].Select(word => Words[word])).Array[1, 6];

    [Fact]
    public void A_damaged_answer_is_read_or_refused() => Damage.Sample(
        damage =>
        {
            try
            {
                UpdateAnswerReader.Read(Damaged(damage), NumberId.Parse(Ask.Number));
            }
            catch (Exception e) when (e is JsonException or WrongShapeException or InvalidOperationException)
            {
                // As the client expects it.
            }
        },
        iter: 20_000);

    [Fact]
    public void Of_a_damaged_error_body_the_words_are_read_or_none() => Damage.Sample(damage => ErrorBodyReader.TryRead(Damaged(damage)), iter: 20_000);

    private static byte[] Damaged((int At, int Cut, byte[] Put)[] damage)
    {
        var bytes = Good.ToList();
        foreach (var (at, cut, put) in damage)
        {
            var begin = Math.Min(at, bytes.Count);
            bytes.RemoveRange(begin, Math.Min(cut, bytes.Count - begin));
            bytes.InsertRange(begin, put);
        }

        return [.. bytes];
    }
}
