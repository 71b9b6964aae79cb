namespace UponAi.Testing;

/// <summary>An address where something goes wrong, or may.</summary>
public interface IFaultyPlatform : IAsyncDisposable
{
    /// <summary>Where a client looks for the platform.</summary>
    Uri BaseUri { get; }
}
