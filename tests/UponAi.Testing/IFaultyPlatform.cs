namespace UponAi.Testing;

/// <summary>A platform that may have a fault.</summary>
public interface IFaultyPlatform : IAsyncDisposable
{
    /// <summary>Gets the address of the platform.</summary>
    Uri BaseUri { get; }
}
