using System.Globalization;

namespace UponAi.Client.Answers;

/// <summary>Compares what was asked with what the platform answered. What the answer does not carry is not compared.</summary>
internal static class ReadBack
{
    /// <returns>A sentence for each difference.</returns>
    internal static IReadOnlyList<string> Differences(NumberAssignment asked, PhoneNumber answered)
    {
        // Nearly always there is none, and then nothing is made.
        List<string>? found = null;
        if (AssignmentAgreement.OfInbound(asked, answered) == Agreement.Different)
            Add("inbound", StateWords.Of(asked.Inbound), StateWords.Of(answered.GetInbound()));
        if (AssignmentAgreement.OfOutbound(asked, answered) == Agreement.Different)
            Add("outbound", StateWords.Of(asked.Outbound), StateWords.Of(answered.GetOutbound()));
        if (AssignmentAgreement.OfWebhook(asked, answered) == Agreement.Different)
            Add("webhook", StateWords.Of(asked.InboundWebhook), StateWords.OfWebhook(answered.InboundWebhookUrl));
        if (AssignmentAgreement.OfTimeRouting(asked, answered) == Agreement.Different)
            Add("time routing", StateWords.OfTimeRouting(asked.TimeRouting), StateWords.OfTimeRouting(answered.IsTimeRoutingEnabled));
        return (IReadOnlyList<string>?)found ?? [];

        void Add(string what, string wanted, string actual) => (found ??= []).Add(string.Format(
            CultureInfo.InvariantCulture, "{0}: {1} was asked to be {2}; the platform answers {3}.", PlainText.Show(answered.Number), what, wanted, actual));
    }
}
