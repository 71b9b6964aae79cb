using UponAi.Benchmarks.Bulk;
using UponAi.Benchmarks.Soak;

namespace UponAi.Tools.Tests.Benchmarks;

/// <summary>Tests that the trend notices a growing measure, and ignores a constant one.</summary>
public sealed class TrendTests
{
    private const int Samples = 24;

    private static readonly string[] Measures = ["managed heap", "working set", "handles", "threads"];

    public static TheoryData<string, double> Bounds =>
        new() { { "managed heap", 4 }, { "working set", 32 }, { "handles", 16 }, { "threads", 8 } };

    [Fact]
    public void A_constant_series_is_no_growth() =>
        Assert.All(Judge("managed heap", _ => 100), line => Assert.True(line.IsReached));

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Steady_growth_is_noticed_and_nothing_else(string what, double most)
    {
        // Half of the samples lie between the two medians.
        var lines = Judge(what, at => 100 + at * (most + 1) / (Samples / 2));

        Assert.Equal([$"growth of {what}"], lines.Where(line => !line.IsReached).Select(line => line.Work));
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void The_bound_itself_is_no_growth_and_more_is(string what, double most)
    {
        Assert.True(Line(what, at => at < Samples / 2 ? 100 : 100 + most).IsReached);
        Assert.False(Line(what, at => at < Samples / 2 ? 100 : 100 + most + 0.01).IsReached);
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Growth_that_begins_late_is_noticed(string what, double most) =>
        Assert.False(Line(what, at => 100 + Math.Max(0, at - 16) * most / 2).IsReached);

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Growth_with_large_swings_is_noticed(string what, double most) =>
        Assert.False(Line(what, at => 100 + at * 3 * most / Samples + (at % 2 == 0 ? most / 2 : -most / 2)).IsReached);

    [Fact]
    public void The_beginning_does_not_count() =>
        Assert.True(Line("managed heap", at => Math.Min(at, Samples / 4) * 50).IsReached);

    [Fact]
    public void A_few_peaks_are_no_growth() =>
        Assert.True(Line("managed heap", at => at is 19 or 22 ? 900 : 100).IsReached);

    [Fact]
    public void Less_is_no_growth() => Assert.True(Line("managed heap", at => 900 - at * 10).IsReached);

    [Fact]
    public void The_measured_values_are_shown() =>
        Assert.Equal("102.5 to 114.5 MiB: +12.0", Line("managed heap", at => at + 94).Measured);

    private static Line Line(string what, Func<int, double> series) =>
        Judge(what, series).Single(line => line.Work == $"growth of {what}");

    /// <summary>One measure has the values of the series. The other measures are constant.</summary>
    private static List<Line> Judge(string what, Func<int, double> series)
    {
        Assert.Contains(what, Measures);
        return [.. Trend.Of([.. Enumerable.Range(0, Samples).Select(Sample)])];

        ProcessSample Sample(int at) => new(TimeSpan.FromMinutes(at), at, Of(0, at), Of(1, at), Of(2, at), Of(3, at));
        double Of(int measure, int at) => Measures[measure] == what ? series(at) : 100;
    }
}
