namespace UponAi;

/// <summary>The three states of a property in a request.</summary>
public enum ChangeKind
{
    /// <summary>The property is absent from the request, and the platform keeps its value.</summary>
    Unchanged,
    /// <summary>The property is removed.</summary>
    Clear,
    /// <summary>The property is set to a value.</summary>
    Set,
}

/// <summary>
/// The desired change of a property. The default value is unchanged, so no property is cleared by accident.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Change<T> : IEquatable<Change<T>>
    where T : notnull
{
    private readonly T value;

    private Change(ChangeKind kind, T value) => (Kind, this.value) = (kind, value);

    /// <summary>Gets which of the three states this change has.</summary>
    public ChangeKind Kind { get; }

    /// <summary>Gets the value to set.</summary>
    /// <exception cref="InvalidOperationException">The change is not <see cref="ChangeKind.Set"/>.</exception>
    public T Value => Kind == ChangeKind.Set
        ? value
        : throw new InvalidOperationException($"A change of kind {Kind} has no value.");

    internal static Change<T> Unchanged => default;

    internal static Change<T> Cleared => new(ChangeKind.Clear, default!);

    internal static Change<T> To(T value) =>
        new(ChangeKind.Set, value is null ? throw new ArgumentNullException(nameof(value)) : value);

    /// <inheritdoc/>
    public bool Equals(Change<T> other) => Kind == other.Kind && EqualityComparer<T>.Default.Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Change<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Kind, value).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Kind == ChangeKind.Set ? value.ToString() ?? "" : Kind.ToString();

    /// <summary>Returns true if both changes have the same state and value.</summary>
    public static bool operator ==(Change<T> left, Change<T> right) => left.Equals(right);

    /// <summary>Returns true if the changes differ in state or value.</summary>
    public static bool operator !=(Change<T> left, Change<T> right) => !left.Equals(right);
}

/// <summary>Creates changes.</summary>
public static class Change
{
    /// <summary>Creates a change that keeps the property.</summary>
    public static Change<T> Unchanged<T>() where T : notnull => Change<T>.Unchanged;

    /// <summary>Creates a change that removes the property.</summary>
    public static Change<T> Clear<T>() where T : notnull => Change<T>.Cleared;

    /// <summary>Creates a change that sets the property to a value.</summary>
    public static Change<T> Set<T>(T value) where T : notnull => Change<T>.To(value);
}

/// <summary>The word that clears a property in a parameter, a cell or a plan.</summary>
internal static class ClearKeyword
{
    internal const string Text = "none";

    /// <summary>Returns true for the keyword in any case, with white space around it.</summary>
    internal static bool Is(string? text) => string.Equals(text?.Trim(), Text, StringComparison.OrdinalIgnoreCase);
}
