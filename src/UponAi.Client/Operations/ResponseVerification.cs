using System.Globalization;

namespace UponAi.Client.Operations;

/// <summary>
/// Compares the response of a change with the request, for the warnings of <see cref="UpdateOutcomeFactory"/>.
/// Properties that the response omits are not compared.
/// </summary>
internal static class ResponseVerification
{
    /// <summary>Returns a sentence for each different property.</summary>
    internal static IReadOnlyList<string> FindDifferences(NumberAssignment asked, PhoneNumber answered)
    {
        // Most responses have no difference, and need no list.
        List<string>? found = null;
        if (AssignmentMatcher.CompareInbound(asked.Inbound, answered) == MatchResult.Different)
            Add("inbound", StateText.From(asked.Inbound), StateText.From(answered.GetInbound()));
        if (AssignmentMatcher.CompareOutbound(asked.Outbound, answered) == MatchResult.Different)
            Add("outbound", StateText.From(asked.Outbound), StateText.From(answered.GetOutbound()));
        if (AssignmentMatcher.CompareWebhook(asked.InboundWebhook, answered) == MatchResult.Different)
            Add("webhook", StateText.From(asked.InboundWebhook), StateText.FromWebhook(answered.InboundWebhookUrl));
        if (AssignmentMatcher.CompareTimeRouting(asked.TimeRouting, answered) == MatchResult.Different)
        {
            Add(
                "time routing",
                StateText.FromTimeRouting(asked.TimeRouting),
                StateText.FromTimeRouting(answered.IsTimeRoutingEnabled));
        }

        return (IReadOnlyList<string>?)found ?? [];

        void Add(string what, string wanted, string actual) => (found ??= []).Add(string.Format(
            CultureInfo.InvariantCulture,
            "{0}: {1} was requested as {2}, but the platform reports {3}.",
            DisplayText.Sanitize(answered.Number),
            what,
            wanted,
            actual));
    }
}
