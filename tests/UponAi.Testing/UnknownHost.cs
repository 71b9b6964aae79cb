namespace UponAi.Testing;

/// <summary>A host name that does not exist.</summary>
public sealed class UnknownHost : IFaultyPlatform
{
    /// <inheritdoc/>
    public Uri BaseUri { get; } = new("https://platform.invalid");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;
}
