namespace UponAi.Files.Reading;

/// <summary>Creates the errors of a plan file. An exception ends the reading of the file.</summary>
internal static class PlanFileErrors
{
    /// <summary>Creates an error about the file as a whole.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="what">The rest of a sentence that begins with the file.</param>
    /// <param name="cause">The cause, or null.</param>
    internal static UponAiException Whole(string path, string what, Exception? cause = null) =>
        new(UponAiError.InvalidPlan, $"The plan '{DisplayText.Sanitize(path)}' {what}", cause);

    /// <summary>Creates an error about a line.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="what">The problem, as a sentence.</param>
    /// <param name="cause">The cause, or null.</param>
    internal static UponAiException At(string path, int line, string what, Exception? cause = null) =>
        new(UponAiError.InvalidPlan, $"{PlanText.Position(path, line)}: {what}", cause);

    /// <summary>Returns the problem of JSON text with an escape for half of a character.</summary>
    internal static string DescribeUnpairedSurrogate(string raw) =>
        $"{DisplayText.Sanitize(raw)} contains half of a character (an unpaired surrogate). Write the text again.";

    /// <summary>Counts the line feeds in a part of UTF-8 text.</summary>
    internal static int CountLineFeeds(byte[] text, int begin, int end)
    {
        var found = 0;
        for (var i = begin; i < end; i++)
        {
            if (text[i] == (byte)'\n') found++;
        }

        return found;
    }
}
