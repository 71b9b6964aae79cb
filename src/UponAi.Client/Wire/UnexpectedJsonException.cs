namespace UponAi.Client.Wire;

/// <summary>An answer is JSON and yet not what the contract says. The message follows "The answer".</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Never leaves the client, and always says what is wrong.")]
internal sealed class UnexpectedJsonException(string message) : Exception(message)
{
    /// <summary>Readers of JSON disagree on which of two equal names counts, so neither is believed.</summary>
    internal static UnexpectedJsonException Twice(string member) => new($"has '{member}' twice");
}
