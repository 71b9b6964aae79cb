using static System.FormattableString;

namespace UponAi;

/// <summary>The counts of a comparison. A runbook can fail on them.</summary>
public sealed class NumberComparisonSummary
{
    /// <summary>Gets the number of rows, including invalid rows.</summary>
    public int Rows => Unchanged + Changed + NotFound + Invalid;

    /// <summary>Gets the number of rows whose number has every desired value.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Gets the number of rows of which a value differs.</summary>
    public int Changed { get; private set; }

    /// <summary>Gets the number of rows whose number the account does not have.</summary>
    public int NotFound { get; private set; }

    /// <summary>Gets the number of rows that could not be compared.</summary>
    public int Invalid { get; private set; }

    /// <summary>Gets the count of the account's numbers without a row. 0 without -IncludeUnlisted.</summary>
    public int Unlisted { get; private set; }

    /// <summary>Gets the number of compared and unlisted numbers without an inbound agent.</summary>
    public int WithoutInboundAgent { get; private set; }

    /// <summary>Gets the number of compared and unlisted numbers with a refused import.</summary>
    public int WithImportError { get; private set; }

    /// <summary>Gets the number of compared and unlisted numbers with an agent without a version.</summary>
    public int WithUnpinnedAgent { get; private set; }

    /// <summary>
    /// Gets the number of compared and unlisted numbers that will have an agent without a version if the plan is
    /// applied.
    /// </summary>
    public int WithUnpinnedAgentAfter { get; private set; }

    /// <summary>True if the plan and the platform differ: a row is not unchanged, or a number is unlisted.</summary>
    public bool HasDrift => Changed + NotFound + Invalid + Unlisted > 0;

    /// <summary>Returns the counts as one line.</summary>
    public override string ToString() =>
        Invariant($"{Rows:N0} rows: {Unchanged:N0} unchanged, {Changed:N0} changed, {NotFound:N0} not found, ")
        + Invariant($"{Invalid:N0} invalid; {Unlisted:N0} unlisted; {WithoutInboundAgent:N0} without inbound agent, ")
        + Invariant($"{WithImportError:N0} with import error, {WithUnpinnedAgent:N0} with an agent without a version ")
        + Invariant($"({WithUnpinnedAgentAfter:N0} after the change).");

    internal void AddInvalid() => Invalid++;

    /// <summary>Counts a comparison.</summary>
    /// <param name="comparison">The result for one number.</param>
    /// <param name="current">The reported number, or null.</param>
    internal void Add(NumberComparison comparison, PhoneNumber? current)
    {
        switch (comparison.Status)
        {
            case NumberComparisonStatus.Unchanged:
                Unchanged++;
                break;
            case NumberComparisonStatus.Changed:
                Changed++;
                break;
            case NumberComparisonStatus.NotFound:
                NotFound++;
                break;
            default:
                Unlisted++;
                break;
        }

        if (current is { ReportsInbound: true } && current.GetInbound().Count == 0) WithoutInboundAgent++;
        if (current?.PlatformImportError == true) WithImportError++;
        if (comparison.CurrentUnpinnedAgents is not null) WithUnpinnedAgent++;
        if (comparison.UnpinnedAgents is not null) WithUnpinnedAgentAfter++;
    }
}
