namespace UponAi.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "ac", 1)]
    [InlineData("abc", "xabc", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abc", "", 3)]
    public void The_distance_counts_edits(string first, string second, int edits)
    {
        Assert.Equal(edits, Spelling.Distance(first, second));
        Assert.Equal(edits, Spelling.Distance(second, first));
    }

    [Fact]
    public void A_distance_may_be_the_maximum() => Assert.Equal(1, Spelling.Distance("abc", "abcd", max: 1));

    [Theory]
    [InlineData("abc", "abcdefgh")]
    [InlineData("abcdef", "uvwxyz")]
    [InlineData("abcd", "bcda")]
    public void A_distance_beyond_the_maximum_is_one_more_than_the_maximum(string first, string second) =>
        Assert.Equal(2, Spelling.Distance(first, second, max: 1));

    [Fact]
    public void The_nearest_names_come_first_and_case_does_not_count()
    {
        (string, string?)[] known =
        [
            ("agent_d3c2df14e163c7ca8ac5b1bf38", null),
            ("agent_d3c2df14e163c7ca8ac5b1bf39", null),
            ("agent_1f864a29b7c2ab407103c88335", "Reception"),
        ];

        Assert.Equal(
            ["agent_d3c2df14e163c7ca8ac5b1bf38", "agent_d3c2df14e163c7ca8ac5b1bf39"],
            Spelling.Nearest("AGENT_d3c2df14e163c7ca8ac5b1bf3", known));
        Assert.Equal(["agent_1f864a29b7c2ab407103c88335"], Spelling.Nearest("reception", known));
        Assert.Empty(Spelling.Nearest("agent_77aa0c55d2e84f0b9e61d3a42c", known));
    }

    [Fact]
    public void A_long_name_may_differ_in_a_quarter_of_its_characters() => Assert.Equal(
        ["agent_sales", "agent_sabes"],
        Spelling.Nearest("agent_salesx", [("agent_sabes", null), ("agent_sales", null), ("agent_support", null)]));

    [Fact]
    public void A_short_name_may_differ_in_one_character() =>
        Assert.Equal(["abd"], Spelling.Nearest("abc", [("xbd", null), ("abd", null)]));

    [Fact]
    public void Of_many_near_names_three_are_shown() => Assert.Equal(
        ["agent_a", "agent_b", "agent_c"],
        Spelling.Nearest("agent_x", from letter in "dcba" select ($"agent_{letter}", (string?)null)));
}
