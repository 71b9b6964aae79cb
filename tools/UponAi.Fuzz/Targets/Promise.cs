namespace UponAi.Fuzz.Targets;

/// <summary>Checks the rules that hold for everything that was read.</summary>
internal static class Promise
{
    internal static void Holds(bool isKept, string what)
    {
        if (!isKept) throw new BrokenPromiseException(what);
    }

    /// <summary>Text for people contains no control characters and hides nothing.</summary>
    internal static void IsPlain(string shown) =>
        Holds(!shown.Any(char.IsControl), "What is shown has a control character.");

    /// <summary>
    /// Returns the value, or the default if reading fails with one of these errors and a plain message.
    /// </summary>
    internal static T? Refused<T>(Func<T> read, params UponAiError[] allowed)
        where T : class
    {
        try
        {
            return read();
        }
        catch (UponAiException e) when (allowed.Contains(e.Error))
        {
            IsPlain(e.Message);
            return null;
        }
    }
}
