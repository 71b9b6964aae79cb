namespace UponAi.Files;

/// <summary>Errors that end the reading of a file.</summary>
internal static class PlanFileErrors
{
    internal static UponAiException Whole(string path, string what, Exception? cause = null) =>
        new(UponAiError.InvalidPlan, $"The plan '{DisplayText.Sanitize(path)}' {what}", cause);

    internal static UponAiException At(string path, int line, string what, Exception? cause = null) =>
        new(UponAiError.InvalidPlan, $"{PlanText.Position(path, line)}: {what}", cause);
}
