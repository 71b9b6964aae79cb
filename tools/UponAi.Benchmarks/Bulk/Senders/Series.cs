namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>The results of the rounds of one sender.</summary>
internal sealed class Series(string name)
{
    private readonly List<double> rates = [];
    private readonly List<double> bytes = [];
    private readonly List<double> microseconds = [];

    internal string Name => name;

    /// <summary>Gets the median of the rows a second.</summary>
    internal double Rate => Median.Of(rates);

    /// <summary>Gets the median of the managed bytes for each row.</summary>
    internal double Bytes => Median.Of(bytes);

    /// <summary>
    /// Gets the median of the processor time of this process for each row. Other programs hardly influence this time.
    /// </summary>
    internal double Microseconds => Median.Of(microseconds);

    internal void Add(double rate, double bytesPerRow, double microsecondsPerRow)
    {
        rates.Add(rate);
        bytes.Add(bytesPerRow);
        microseconds.Add(microsecondsPerRow);
    }

    /// <summary>
    /// Returns the median of the ratios of the rounds. Two senders of one round run one after the other, so that noise
    /// affects both.
    /// </summary>
    internal double RateAgainst(Series other) =>
        Median.Of([.. rates.Zip(other.rates, (mine, theirs) => mine / theirs)]);
}
