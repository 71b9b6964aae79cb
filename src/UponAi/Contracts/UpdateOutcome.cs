namespace UponAi;

/// <summary>What the platform made of an assignment.</summary>
public sealed class UpdateOutcome
{
    /// <summary>The number as it is now.</summary>
    public required PhoneNumber PhoneNumber { get; init; }

    /// <summary>The request, for the verbose stream.</summary>
    public required RequestSummary Request { get; init; }

    /// <summary>Differences between what was asked and what the platform answered, each a sentence.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Set when the assignment is stored and yet calls will not work.</summary>
    public UponAiException? ImportFailure { get; init; }
}
