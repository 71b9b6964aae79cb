namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>What the rounds of one sender came to.</summary>
internal sealed class Series(string name)
{
    private readonly List<double> rates = [];
    private readonly List<double> bytes = [];
    private readonly List<double> microseconds = [];

    internal string Name => name;

    /// <summary>Rows a second.</summary>
    internal double Rate => Median.Of(rates);

    /// <summary>Managed bytes a row.</summary>
    internal double Bytes => Median.Of(bytes);

    /// <summary>
    /// Processor time of this process a row, all threads together: less at the mercy of what else the machine does.
    /// </summary>
    internal double Microseconds => Median.Of(microseconds);

    internal void Add(double rate, double bytesPerRow, double microsecondsPerRow)
    {
        rates.Add(rate);
        bytes.Add(bytesPerRow);
        microseconds.Add(microsecondsPerRow);
    }

    /// <summary>
    /// The median of the rounds' ratios: the two of a round ran one after the other, and noise that lasts longer hits
    /// both.
    /// </summary>
    internal double RateAgainst(Series other) =>
        Median.Of([.. rates.Zip(other.rates, (mine, theirs) => mine / theirs)]);
}
