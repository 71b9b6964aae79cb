using CsCheck;

namespace UponAi.Tests;

/// <summary>Creates random text, and checks the functions that read it.</summary>
internal static class RandomText
{
    /// <summary>Creates text that has mostly the given characters, and some others.</summary>
    internal static Gen<string> Any(string likely) =>
        Gen.String[Gen.Frequency((9, Gen.Char[likely]), (1, Gen.Char)), 0, 60];

    /// <summary>
    /// Returns the value, or the default if the function fails with one of these errors. Other exceptions pass through.
    /// </summary>
    internal static T? Refused<T>(Func<T> read, params UponAiError[] allowed) where T : class
    {
        try
        {
            return read();
        }
        catch (UponAiException e) when (allowed.Contains(e.Error))
        {
            return null;
        }
    }
}
