namespace UponAi.Testing;

/// <summary>A name that nobody knows, and nobody ever will.</summary>
public sealed class UnknownHost : IFaultyPlatform
{
    /// <inheritdoc/>
    public Uri BaseUri { get; } = new("https://platform.invalid");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;
}
