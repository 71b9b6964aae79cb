using CsCheck;

namespace UponAi.Tests;

/// <summary>Text by chance, and what may become of it.</summary>
internal static class RandomText
{
    /// <summary>Text of the given characters mostly, with any others among them.</summary>
    internal static Gen<string> Any(string likely) =>
        Gen.String[Gen.Frequency((9, Gen.Char[likely]), (1, Gen.Char)), 0, 60];

    /// <summary>
    /// The value, or none where the function refuses with one of these errors. Any other exception passes.
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
