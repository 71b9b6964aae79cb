using System.Diagnostics.CodeAnalysis;

namespace UponAi.Client.Json;

/// <summary>The exception for JSON that does not match the contract. The message continues "The response …".</summary>
[SuppressMessage("Design", "CA1032", Justification = "Never leaves the client, and always needs a message.")]
internal sealed class UnexpectedJsonException(string message) : Exception(message)
{
    /// <summary>
    /// Creates the exception for a repeated member. JSON readers disagree about the value that counts.
    /// </summary>
    internal static UnexpectedJsonException Twice(string member) => new($"has '{member}' twice");
}
