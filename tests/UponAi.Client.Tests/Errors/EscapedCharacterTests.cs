using System.Text;
using UponAi.Client.Messages;

namespace UponAi.Client.Tests.Errors;

/// <summary>How a plus sign may be spelled in what a platform repeats.</summary>
public sealed class EscapedCharacterTests
{
    [Theory]
    [InlineData("+", 1)]
    [InlineData("+2b", 1)]
    [InlineData(@"\+", 2)]
    [InlineData(@"\u002b", 6)]
    [InlineData(@"\u002B;", 6)]
    [InlineData("%2b", 3)]
    [InlineData("%2B3", 3)]
    [InlineData("&#43;", 5)]
    [InlineData("&#00043;", 8)]
    [InlineData("&#x2b;", 6)]
    [InlineData("&#X2B;3", 6)]
    public void What_stands_for_it_is_taken_whole(string text, int length) => Assert.Equal(length, LengthAt(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(@"\")]
    [InlineData(@"\-")]
    [InlineData(@"\u")]
    [InlineData(@"\u002")]
    [InlineData(@"\u002c")]
    [InlineData(@"\u2b  ")]
    [InlineData(@"\x002b")]
    [InlineData("%")]
    [InlineData("%2")]
    [InlineData("%2c")]
    [InlineData("%b2")]
    [InlineData("&")]
    [InlineData("&;")]
    [InlineData("&#;")]
    [InlineData("&#x;")]
    [InlineData("&#43")]
    [InlineData("&#44;")]
    [InlineData("&#43a;")]
    [InlineData("&#x2c;")]
    [InlineData("&#2b;")]
    [InlineData("&a43;")]
    [InlineData("&#000043;")]
    public void Nothing_else_does(string text) => Assert.Equal(0, LengthAt(text));

    private static int LengthAt(string text) => EscapedCharacter.LengthAt(Encoding.UTF8.GetBytes(text), (byte)'+');
}
