namespace UponAi;

/// <summary>Compares agents that are wanted with those that the platform reports, in any order.</summary>
internal static class AgentMatcher
{
    /// <param name="wanted">Each with its weight.</param>
    /// <param name="reported">As the platform has them, perhaps without weights.</param>
    internal static MatchResult Of(AgentRefCollection wanted, AgentRefCollection reported)
    {
        if (wanted.Count != reported.Count) return MatchResult.Different;
        if (wanted.Count == 1) return Worst(OfAgent(wanted[0], reported[0]), OfWeight(wanted[0], reported[0].Weight ?? 1m));
        return AreSameInOrder(wanted, reported) ? MatchResult.Same : OfPairs(wanted, reported.ToList());
    }

    /// <summary>True unless none of those reported can be one of those wanted; weights do not count.</summary>
    internal static bool MayShareAnAgent(AgentRefCollection wanted, AgentRefCollection reported) =>
        reported.Any(theirs => wanted.Any(mine => OfAgent(mine, theirs) != MatchResult.Different));

    /// <summary>The same agent; one without a version stands for the latest.</summary>
    private static MatchResult OfAgent(AgentRef wanted, AgentRef reported)
    {
        if (!string.Equals(wanted.AgentId, reported.AgentId, StringComparison.Ordinal)) return MatchResult.Different;
        if (wanted.AgentVersion == reported.AgentVersion) return MatchResult.Same;
        // The latest may have been answered with its number, and a number left out.
        return wanted.AgentVersion is null || reported.AgentVersion is null ? MatchResult.Unknown : MatchResult.Different;
    }

    private static MatchResult OfWeight(AgentRef wanted, decimal? reported) =>
        reported is not { } weight ? MatchResult.Unknown
        : Math.Abs(weight - wanted.Weight.GetValueOrDefault()) <= AgentSplit.Tolerance ? MatchResult.Same
        : MatchResult.Different;

    private static MatchResult OfOneOfSeveral(AgentRef wanted, AgentRef reported) => Worst(OfAgent(wanted, reported), OfWeight(wanted, reported.Weight));

    private static bool AreSameInOrder(AgentRefCollection wanted, AgentRefCollection reported)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            if (OfOneOfSeveral(wanted[i], reported[i]) != MatchResult.Same) return false;
        }

        return true;
    }

    private static MatchResult OfPairs(AgentRefCollection wanted, List<AgentRef> reported)
    {
        // First those that certainly belong together; then the versioned ones, as an unversioned one may be any version.
        var unpaired = new List<AgentRef>(wanted.Count);
        foreach (var mine in wanted)
        {
            if (!Take(reported, mine, MatchResult.Same)) unpaired.Add(mine);
        }

        if (unpaired.Count == 0) return MatchResult.Same;
        return unpaired.OrderBy(mine => mine.AgentVersion is null).All(mine => Take(reported, mine, MatchResult.Unknown)) ? MatchResult.Unknown : MatchResult.Different;
    }

    private static bool Take(List<AgentRef> reported, AgentRef wanted, MatchResult atWorst)
    {
        var at = reported.FindIndex(theirs => OfOneOfSeveral(wanted, theirs) <= atWorst);
        if (at >= 0) reported.RemoveAt(at);
        return at >= 0;
    }

    private static MatchResult Worst(MatchResult one, MatchResult other) => one > other ? one : other;
}
