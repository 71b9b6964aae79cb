using System.Management.Automation.Language;

namespace UponAi.PowerShell.Completion;

/// <summary>The word at the cursor, without its quotation marks.</summary>
internal sealed class TypedWord
{
    private readonly bool isDoubleQuoted;
    private readonly bool isQuoted;

    // PowerShell gives the value of the word. Around the value of a quoted word, it puts a plain quotation mark on both
    // sides, whichever the user typed.
    internal TypedWord(string? typed)
    {
        var word = typed ?? "";
        isQuoted = word.Length > 1 && word[0] is '"' or '\'' && word[word.Length - 1] == word[0];
        isDoubleQuoted = isQuoted && word[0] == '"';
        Text = isQuoted ? word.Substring(1, word.Length - 2) : word;
    }

    internal string Text { get; }

    /// <summary>Creates a completion with the quotation marks of the word, or with those that the text needs.</summary>
    internal CompletionResult CreateResult(string text, string tooltip, string? listed = null) =>
        new(Quote(text), listed ?? text, CompletionResultType.ParameterValue, tooltip.Length == 0 ? text : tooltip);

    private string Quote(string text)
    {
        if (isDoubleQuoted && text.IndexOfAny(['"', '$', '`']) < 0) return $"\"{text}\"";
        return isQuoted || !IsBareWord(text) ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'" : text;
    }

    // PowerShell would change text that begins like a number, and numbers that begin with a zero.
    private static bool IsBareWord(string text)
    {
        var start = text[0] == '+' ? 1 : 0;
        if (start == text.Length) return false;
        if (text.Skip(start).All(IsDigit)) return start == 1 || text[0] != '0' || text.Length == 1;
        return start == 0 && IsLetter(text[0]) && text.All(c => IsLetter(c) || IsDigit(c) || c is '-' or '.' or ':');
    }

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
