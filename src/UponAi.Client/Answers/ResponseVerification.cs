using System.Globalization;

namespace UponAi.Client.Answers;

/// <summary>Compares what was asked with what the platform answered. What the answer does not carry is not compared.</summary>
internal static class ResponseVerification
{
    /// <returns>A sentence for each difference.</returns>
    internal static IReadOnlyList<string> Differences(NumberAssignment asked, PhoneNumber answered)
    {
        // Nearly always there is none, and then nothing is made.
        List<string>? found = null;
        if (AssignmentMatcher.OfInbound(asked, answered) == MatchResult.Different)
            Add("inbound", StateText.Of(asked.Inbound), StateText.Of(answered.GetInbound()));
        if (AssignmentMatcher.OfOutbound(asked, answered) == MatchResult.Different)
            Add("outbound", StateText.Of(asked.Outbound), StateText.Of(answered.GetOutbound()));
        if (AssignmentMatcher.OfWebhook(asked, answered) == MatchResult.Different)
            Add("webhook", StateText.Of(asked.InboundWebhook), StateText.OfWebhook(answered.InboundWebhookUrl));
        if (AssignmentMatcher.OfTimeRouting(asked, answered) == MatchResult.Different)
            Add("time routing", StateText.OfTimeRouting(asked.TimeRouting), StateText.OfTimeRouting(answered.IsTimeRoutingEnabled));
        return (IReadOnlyList<string>?)found ?? [];

        void Add(string what, string wanted, string actual) => (found ??= []).Add(string.Format(
            CultureInfo.InvariantCulture, "{0}: {1} was asked to be {2}; the platform answers {3}.", DisplayText.Sanitize(answered.Number), what, wanted, actual));
    }
}
