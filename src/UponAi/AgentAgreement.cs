namespace UponAi;

/// <summary>Compares agents that are wanted with those that the platform reports, in any order.</summary>
internal static class AgentAgreement
{
    /// <param name="wanted">Each with its weight.</param>
    /// <param name="reported">As the platform has them, perhaps without weights.</param>
    internal static Agreement Of(AgentRefCollection wanted, AgentRefCollection reported)
    {
        if (wanted.Count != reported.Count) return Agreement.Different;
        if (wanted.Count == 1) return Worst(OfAgent(wanted[0], reported[0]), OfWeight(wanted[0], reported[0].Weight ?? 1m));
        return AreSameInOrder(wanted, reported) ? Agreement.Same : OfPairs(wanted, reported.ToList());
    }

    /// <summary>True unless none of those reported can be one of those wanted; weights do not count.</summary>
    internal static bool MayShareAnAgent(AgentRefCollection wanted, AgentRefCollection reported) =>
        reported.Any(theirs => wanted.Any(mine => OfAgent(mine, theirs) != Agreement.Different));

    /// <summary>The same agent; one without a version stands for the latest.</summary>
    private static Agreement OfAgent(AgentRef wanted, AgentRef reported)
    {
        if (!string.Equals(wanted.AgentId, reported.AgentId, StringComparison.Ordinal)) return Agreement.Different;
        if (wanted.AgentVersion == reported.AgentVersion) return Agreement.Same;
        // The latest may have been answered with its number, and a number left out.
        return wanted.AgentVersion is null || reported.AgentVersion is null ? Agreement.Unknown : Agreement.Different;
    }

    private static Agreement OfWeight(AgentRef wanted, decimal? reported) =>
        reported is not { } weight ? Agreement.Unknown
        : Math.Abs(weight - wanted.Weight.GetValueOrDefault()) <= AgentSplit.Tolerance ? Agreement.Same
        : Agreement.Different;

    private static Agreement OfOneOfSeveral(AgentRef wanted, AgentRef reported) => Worst(OfAgent(wanted, reported), OfWeight(wanted, reported.Weight));

    private static bool AreSameInOrder(AgentRefCollection wanted, AgentRefCollection reported)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            if (OfOneOfSeveral(wanted[i], reported[i]) != Agreement.Same) return false;
        }

        return true;
    }

    private static Agreement OfPairs(AgentRefCollection wanted, List<AgentRef> reported)
    {
        // First those that certainly belong together; then the versioned ones, as an unversioned one may be any version.
        var unpaired = new List<AgentRef>(wanted.Count);
        foreach (var mine in wanted)
        {
            if (!Take(reported, mine, Agreement.Same)) unpaired.Add(mine);
        }

        if (unpaired.Count == 0) return Agreement.Same;
        return unpaired.OrderBy(mine => mine.AgentVersion is null).All(mine => Take(reported, mine, Agreement.Unknown)) ? Agreement.Unknown : Agreement.Different;
    }

    private static bool Take(List<AgentRef> reported, AgentRef wanted, Agreement atWorst)
    {
        var at = reported.FindIndex(theirs => OfOneOfSeveral(wanted, theirs) <= atWorst);
        if (at >= 0) reported.RemoveAt(at);
        return at >= 0;
    }

    private static Agreement Worst(Agreement one, Agreement other) => one > other ? one : other;
}
