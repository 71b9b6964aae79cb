namespace UponAi.Fuzz.Targets;

/// <summary>What has to hold of whatever was read.</summary>
internal static class Promise
{
    internal static void Holds(bool isKept, string what)
    {
        if (!isKept) throw new BrokenPromiseException(what);
    }

    /// <summary>What is shown to people moves no cursor and hides nothing.</summary>
    internal static void IsPlain(string shown) =>
        Holds(!shown.Any(char.IsControl), "What is shown has a control character.");

    /// <summary>The value, or none where it is refused with one of these errors, which says so plainly.</summary>
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
