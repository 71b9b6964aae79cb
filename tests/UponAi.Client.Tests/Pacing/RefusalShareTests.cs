using UponAi.Client.Pacing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>When refusals are many enough to be the rate's fault.</summary>
public sealed class RefusalShareTests
{
    [Theory]
    [InlineData("R", true)]
    [InlineData("RRR", true)]
    [InlineData("a", false)]
    [InlineData("aR", false)]
    [InlineData("RRRRRRRa", false)]
    [InlineData("aRRRRRRR", false)]
    [InlineData("aRRRRRRRR", true)]
    [InlineData("aRaRaRaRaRaRaRaR", true)]
    public void Eight_of_the_last_thirty_two_are_many_and_so_are_all(string answers, bool isLarge) => Assert.Equal(isLarge, Share(answers).IsLarge);

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void What_is_longer_ago_is_forgotten(int accepted, bool isLarge) => Assert.Equal(isLarge, Share(new string('R', 8) + new string('a', accepted)).IsLarge);

    private static RefusalShare Share(string answers)
    {
        var share = new RefusalShare();
        foreach (var answer in answers) share.Add(answer == 'R');
        return share;
    }
}
