namespace UponAi;

/// <summary>
/// A phone number in E.164 form, such as <c>+14155550100</c>, or an extension, such as <c>101</c> or
/// <c>+14155550100;ext=7</c>. The platform calls both "phone number or extension identifier".
/// </summary>
public readonly struct NumberId : IEquatable<NumberId>
{
    private readonly string? value;

    private NumberId(string value) => this.value = value;

    /// <summary>Gets the identifier in the platform's form, not escaped.</summary>
    public string Value => value ?? throw new InvalidOperationException("Create a NumberId with Parse.");

    /// <summary>
    /// True for bare digits in the form of a phone number without its <c>+</c>. Spreadsheets drop the <c>+</c>.
    /// </summary>
    internal bool MayLackPlus => NumberSyntax.MayLackPlus(value ?? "");

    /// <summary>Gets a warning about bare digits in the form of a phone number, or null.</summary>
    internal string? Doubt => MayLackPlus
        ? $"'{value}' has no + and is treated as an extension. If it is a phone number with its country code, write "
            + $"+{value}."
        : null;

    /// <summary>
    /// Parses a number or an extension. Removes visual separators from a number with <c>+</c>, and keeps an extension
    /// unchanged.
    /// </summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidNumber"/>.</exception>
    public static NumberId Parse(string? text) => new(NumberSyntax.Read(text));

    /// <summary>
    /// Returns true for a number with <c>+</c>, which is in one workspace only. Two workspaces can have the same
    /// extension.
    /// </summary>
    internal static bool IsInOneWorkspace(string number) => number is ['+', ..];

    /// <inheritdoc/>
    public bool Equals(NumberId other) => string.Equals(value, other.value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NumberId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value is null ? 0 : StringComparer.Ordinal.GetHashCode(value);

    /// <inheritdoc/>
    public override string ToString() => value ?? "";

    /// <summary>Returns true if both identifiers are the same text.</summary>
    public static bool operator ==(NumberId left, NumberId right) => left.Equals(right);

    /// <summary>Returns true if the identifiers are not the same text.</summary>
    public static bool operator !=(NumberId left, NumberId right) => !left.Equals(right);
}
