namespace UponAi;

/// <summary>
/// The result of comparing a desired value with the platform's value. The values are ordered: of several results, the
/// greatest counts.
/// </summary>
internal enum MatchResult
{
    /// <summary>The platform has the desired value.</summary>
    Same,
    /// <summary>The platform omits the property, or names a version where the latest is wanted.</summary>
    Unknown,
    /// <summary>The platform has another value.</summary>
    Different,
}

/// <summary>Compares desired agents with reported agents, in any order, also for states in a journal.</summary>
internal static class AgentMatcher
{
    /// <summary>Compares the agents of one direction.</summary>
    /// <param name="wanted">The desired agents, each with its weight.</param>
    /// <param name="reported">The agents of the platform, perhaps without weights.</param>
    internal static MatchResult Compare(AgentRefCollection wanted, AgentRefCollection reported)
    {
        if (wanted.Count != reported.Count) return MatchResult.Different;
        if (wanted.Count == 1)
            return Worst(CompareAgent(wanted[0], reported[0]), CompareWeight(wanted[0], reported[0].Weight ?? 1m));
        // Certain pairs come first. Then come agents with a version, because an agent without one can match any
        // version.
        List<AgentRef> rest = [.. reported];
        var unpaired = wanted.Where(mine => !TryTake(rest, mine, MatchResult.Same)).ToList();
        return unpaired.Count == 0 ? MatchResult.Same
            : unpaired.OrderBy(mine => mine.AgentVersion is null).All(mine => TryTake(rest, mine, MatchResult.Unknown))
                ? MatchResult.Unknown
            : MatchResult.Different;
    }

    /// <summary>Returns true if a reported agent may be one of the desired agents. Weights do not count.</summary>
    internal static bool MayShareAnAgent(AgentRefCollection wanted, AgentRefCollection reported) =>
        reported.Any(theirs => wanted.Any(mine => CompareAgent(mine, theirs) != MatchResult.Different));

    private static MatchResult CompareAgent(AgentRef wanted, AgentRef reported)
    {
        if (wanted.IsSameAgent(reported)) return MatchResult.Same;
        // An agent without a version means the latest. The platform may report the latest version's number, or no
        // version.
        return wanted.Covers(reported) || reported.Covers(wanted) ? MatchResult.Unknown : MatchResult.Different;
    }

    private static MatchResult CompareWeight(AgentRef wanted, decimal? reported) =>
        reported is not { } weight ? MatchResult.Unknown
        : Math.Abs(weight - wanted.Weight.GetValueOrDefault()) <= SplitMath.Tolerance ? MatchResult.Same
        : MatchResult.Different;

    private static MatchResult CompareOneOfSeveral(AgentRef wanted, AgentRef reported) =>
        Worst(CompareAgent(wanted, reported), CompareWeight(wanted, reported.Weight));

    private static bool TryTake(List<AgentRef> reported, AgentRef wanted, MatchResult atWorst)
    {
        var at = reported.FindIndex(theirs => CompareOneOfSeveral(wanted, theirs) <= atWorst);
        if (at >= 0) reported.RemoveAt(at);
        return at >= 0;
    }

    private static MatchResult Worst(MatchResult one, MatchResult other) => one > other ? one : other;
}
