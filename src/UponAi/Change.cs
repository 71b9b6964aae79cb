namespace UponAi;

/// <summary>The three states of a property in a request.</summary>
public enum ChangeKind
{
    /// <summary>Absent from the request: the platform leaves it as it is.</summary>
    Unchanged,
    /// <summary>Removed.</summary>
    Clear,
    /// <summary>Set to a value.</summary>
    Set,
}

/// <summary>A property's desired change. The default is unchanged, so nothing is cleared by forgetting it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Change<T> : IEquatable<Change<T>>
    where T : notnull
{
    private readonly T value;

    private Change(ChangeKind kind, T value) => (Kind, this.value) = (kind, value);

    /// <summary>Which of the three states this is.</summary>
    public ChangeKind Kind { get; }

    /// <summary>The value to set.</summary>
    /// <exception cref="InvalidOperationException">There is none: the change is not <see cref="ChangeKind.Set"/>.</exception>
    public T Value => Kind == ChangeKind.Set ? value : throw new InvalidOperationException($"A change of kind {Kind} has no value.");

    internal static Change<T> Unchanged => default;

    internal static Change<T> Cleared => new(ChangeKind.Clear, default!);

    internal static Change<T> To(T value) => new(ChangeKind.Set, value is null ? throw new ArgumentNullException(nameof(value)) : value);

    /// <inheritdoc/>
    public bool Equals(Change<T> other) => Kind == other.Kind && EqualityComparer<T>.Default.Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Change<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 397) ^ (Kind == ChangeKind.Set ? value.GetHashCode() : 0);

    /// <inheritdoc/>
    public override string ToString() => Kind == ChangeKind.Set ? value.ToString() ?? "" : Kind.ToString();

    /// <summary>Equality by state and value.</summary>
    public static bool operator ==(Change<T> left, Change<T> right) => left.Equals(right);

    /// <summary>Inequality by state and value.</summary>
    public static bool operator !=(Change<T> left, Change<T> right) => !left.Equals(right);
}

/// <summary>Makes changes.</summary>
public static class Change
{
    /// <summary>Leave the property as it is.</summary>
    public static Change<T> Unchanged<T>() where T : notnull => Change<T>.Unchanged;

    /// <summary>Remove the property.</summary>
    public static Change<T> Clear<T>() where T : notnull => Change<T>.Cleared;

    /// <summary>Set the property to a value.</summary>
    public static Change<T> Set<T>(T value) where T : notnull => Change<T>.To(value);
}
