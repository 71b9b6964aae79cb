namespace UponAi.Sandbox.Answers;

/// <summary>The answer to a PUT.</summary>
internal sealed record UpdateAnswer(bool Success, string Message, IReadOnlyList<PhoneNumberAnswer> Numbers, AssignmentAnswer Assignment)
{
    internal static UpdateAnswer Of(PhoneNumberAnswer number) => new(
        true,
        number.PlatformImportError ? "Phone number assignment stored, but the import failed." : "Phone number assignment updated.",
        [number],
        AssignmentAnswer.Of(number));
}
